package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.counting.Contribution;

/**
 * Standings of some periods with what their outlook rests on.
 *
 * @param past what counted earlier for the duties that are still open
 */
public record Overview(InForce inForce, LocalDate asOf, List<Standing> standings, List<Contribution> past) {

    public Overview {
        standings = List.copyOf(standings);
        past = List.copyOf(past);
    }
}

package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.counting.InstanceKey;

/**
 * Standings of some periods with what their outlook rests on.
 *
 * @param past what counted for the duties still open, in the periods asked for as their past
 */
public record Overview(InForce inForce, LocalDate asOf, List<Standing> standings, List<Past> past) {

    public Overview {
        standings = List.copyOf(standings);
        past = List.copyOf(past);
    }

    /** Something that counted earlier. */
    public record Past(InstanceKey key, int amount, LocalDate countsOn) {}
}

package org.jiaogongti.charter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person placed at another school (挂职, 任教).
 *
 * @param permanent on the establishment (在编)
 * @param young an early-career teacher by the bureau's rule
 * @param end last day, or null while it goes on
 * @param mentor the mentor named, or null
 */
public record Placement(String source, String fromSchool, String toSchool, String person, Rank rank, boolean permanent,
        boolean young, LocalDate start, @Nullable LocalDate end, @Nullable String mentor) implements Fact {

    @Override
    public String part() {
        return "1";
    }
}

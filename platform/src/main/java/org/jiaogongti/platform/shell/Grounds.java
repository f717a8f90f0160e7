package org.jiaogongti.platform.shell;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages' figures rest on: named in the footer, quoted before sign-in.
 *
 * @param title the notice's title, to the character
 * @param issued its date
 * @param opening words of its first paragraph, to the character; null where there are none to quote
 * @param laterRules later law that is applied, oldest first
 */
public record Grounds(String title, LocalDate issued, @Nullable String opening,
        List<LaterRule> laterRules) {

    public Grounds {
        laterRules = List.copyOf(laterRules);
    }

    /** A later rule by its short name and the day from which it holds. */
    public record LaterRule(String name, LocalDate from) {}

    /** Implemented by the module that knows the charters in force; empty until a district has one. */
    public interface Source {

        java.util.Optional<Grounds> inForce(LocalDate day);
    }
}

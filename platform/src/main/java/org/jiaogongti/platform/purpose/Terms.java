package org.jiaogongti.platform.purpose;

import java.time.LocalDate;
import java.util.Set;
import org.jiaogongti.platform.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a purpose says.
 *
 * @param text what for
 * @param basis by what right, on which paper
 * @param roles who may use the data, each within its own scope
 * @param notice what guardians are told, in plain words
 */
public record Terms(String title, String text, Set<Category> categories, Basis basis, Set<Role> roles, Keeping keeping,
        String notice, LocalDate from, @Nullable LocalDate to) {

    public Terms {
        categories = Set.copyOf(categories);
        roles = Set.copyOf(roles);
    }

    /**
     * The ground and the papers behind it.
     *
     * @param clause the law and its clause; empty where consent is the ground
     * @param assessment the document of the impact assessment (个人信息保护影响评估)
     */
    public record Basis(Ground ground, String clause, String assessment, LocalDate assessedOn, String decidedBy) {}

    /**
     * How long.
     *
     * @param event what starts the clock, in words
     */
    public record Keeping(int days, String event) {

        /** The day on which what began to count on a day must go. */
        public LocalDate due(LocalDate from) {
            return from.plusDays(days);
        }
    }
}

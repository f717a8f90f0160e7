package org.jiaogongti.platform.purpose.model;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.Terms;

/** What a purpose must say before it can be put to a second person. */
public final class TermRules {

    /** Who can have business with pupils' data at all. */
    public static final Set<Role> USERS = Set.copyOf(EnumSet.of(Role.BUREAU_LEADER, Role.BUREAU_ADMIN,
            Role.BUREAU_CLERK, Role.RESEARCHER, Role.PRINCIPAL, Role.SCHOOL_CLERK, Role.TEACHER));
    /** Ten years; what is kept longer is an archive and has its own law. */
    public static final int MOST_DAYS = 3660;

    private TermRules() {}

    /** Field to message key; empty where all is well. */
    public static Map<String, String> problems(Terms terms, LocalDate today) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (terms.categories().isEmpty()) {
            problems.put("category", "purpose.wrong.none");
        }
        if (terms.basis().ground() == Ground.STATUTE && terms.basis().clause().isBlank()) {
            problems.put("clause", "purpose.wrong.clause");
        }
        if (terms.roles().isEmpty()) {
            problems.put("user", "purpose.wrong.none");
        } else if (!USERS.containsAll(terms.roles())) {
            problems.put("user", "purpose.wrong.user");
        }
        if (terms.keeping().days() < 1 || terms.keeping().days() > MOST_DAYS) {
            problems.put("keep", "purpose.wrong.days");
        }
        if (terms.basis().assessedOn().isAfter(today)) {
            problems.put("assessedOn", "purpose.wrong.assessed");
        }
        if (terms.from().isBefore(terms.basis().assessedOn())) {
            problems.put("first", "purpose.wrong.first");
        }
        if (terms.to() != null && terms.to().isBefore(terms.from())) {
            problems.put("last", "purpose.wrong.last");
        }
        return problems;
    }
}

package org.jiaogongti.platform.obligation.web;

import java.util.List;
import org.jiaogongti.charter.notice.Clause;
import org.jiaogongti.charter.notice.Notice;

/** Parts of the notice for pages. */
final class Notices {

    private Notices() {}

    /** {@code 三（一）学校管理} of part {@code 三(一)}: the notice's own heading. */
    static String title(Notice notice, String part) {
        String heading = notice.clause(part).map(clause -> clause.text().lines().findFirst().orElse("")).orElse("");
        int bracket = part.indexOf('(');
        String full = bracket > 0 && heading.startsWith("(") ? part.substring(0, bracket) + heading : heading;
        return full.isBlank() ? part : wide(full);
    }

    static String wide(String text) {
        return text.replace('(', '（').replace(')', '）').strip();
    }

    /** Clauses of a part that hold no other clause, in the notice's order. */
    static List<Clause> leaves(Notice notice, String part) {
        List<Clause> inside = notice.clauses().stream()
                .filter(clause -> clause.address().startsWith(part)).toList();
        return inside.stream().filter(clause -> inside.stream()
                .noneMatch(other -> !other.equals(clause) && other.address().startsWith(clause.address()))).toList();
    }
}

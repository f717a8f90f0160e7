package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision says (免办、减办): which duties of which bearers, whose last possible day lies in which range.
 *
 * @param bearers ids of schools or of communities; empty with {@link BearerKind#DISTRICT}
 * @param target the smaller number (减办), or null to waive wholly (免办)
 * @param document the paper it rests on
 * @param decidedBy who decided, as the paper has it
 * @param decidedOn in force from this day on
 */
public record WaiverOrder(List<String> duties, BearerKind bearerKind, List<String> bearers, LocalDate firstDay,
        LocalDate lastDay, @Nullable Integer target, String reason, String document, String decidedBy,
        LocalDate decidedOn) {

    public WaiverOrder {
        duties = List.copyOf(duties);
        bearers = List.copyOf(bearers);
    }

    /** Whom a decision names. */
    public enum BearerKind {
        /** Schools that owe the duty. */
        SCHOOL,
        /** Communities: what they owe, and what their schools owe in them. */
        COMMUNITY,
        /** Everybody. */
        DISTRICT
    }
}

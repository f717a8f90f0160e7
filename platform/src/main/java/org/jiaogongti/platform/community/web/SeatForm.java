package org.jiaogongti.platform.community.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that gives somebody a seat; what was typed lies beside it.
 *
 * @param school whose people alone are offered, or null for all schools of the community
 * @param offices to choose from; empty where the office is given
 */
public record SeatForm(String community, String name, String title, String body, @Nullable String subject,
        String office, @Nullable String school, @Nullable String schoolName, List<Option> offices,
        List<Bunch> people, String today, boolean documentNeeded) {

    public record Option(String value, String label, boolean on) {}

    /** People under a heading. */
    public record Bunch(String label, List<Option> people) {}
}

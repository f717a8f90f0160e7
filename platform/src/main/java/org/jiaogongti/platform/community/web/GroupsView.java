package org.jiaogongti.platform.community.web;

import java.util.List;

/**
 * All communities at a glance.
 *
 * @param query what a link adds to stay on the day, empty on the business date
 */
public record GroupsView(String on, boolean today, String query, List<Line> communities) {

    /** A community with its three bodies. */
    public record Line(String href, String name, String schools, List<Part> parts) {}

    /**
     * A body and how it stands.
     *
     * @param state the shape: done, late or todo
     */
    public record Part(String name, String clause, String clauseHref, String state, String word, String detail) {}
}

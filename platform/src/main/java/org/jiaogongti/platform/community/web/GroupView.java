package org.jiaogongti.platform.community.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One community's groups on a day.
 *
 * @param today whether the day is the business date
 * @param query what a link adds to stay on the day, empty on the business date
 * @param judged whether liaisons and guidance groups are judged, or wait for the notice's attachment
 * @param newLeading the address of the form, or null for who may not, and on past days
 * @param missing what the notice asks for and is not so
 * @param hints what the notice only calls usual
 * @param former who sat there before
 */
public record GroupView(String id, String name, String on, boolean today, String query, boolean judged,
        List<GroupsView.Part> parts, List<Sitting> leading, @Nullable String newLeading, List<Sitting> liaisons,
        @Nullable String newLiaison, Matrix matrix, List<Freed> freed, @Nullable String newFreed,
        List<String> missing, List<String> hints, List<Sitting> former) {

    /**
     * Somebody in a seat.
     *
     * @param end the address that ends it, or null for who may not, and on past days
     */
    public record Sitting(String id, String office, String person, String where, String since, @Nullable String end) {}

    /** Schools by subjects. */
    public record Matrix(List<Head> subjects, List<Row> rows, int filled, int asked) {}

    /**
     * A subject with its leader.
     *
     * @param appointed by whom and with which document, or empty
     * @param appoint the address of the form, or null
     */
    public record Head(String subject, String leader, String appointed, String state, @Nullable String appoint,
            String appointLabel, @Nullable Sitting seat) {}

    public record Row(String school, boolean lead, List<Cell> cells) {}

    /**
     * Who sits for a school in a subject's group.
     *
     * @param state done, late, waived
     * @param word said where nobody sits
     * @param add the address of the form, or null
     */
    public record Cell(String state, List<Sitting> people, String word, @Nullable String add, String addLabel) {}

    /** A decision that a subject is arranged freely. */
    public record Freed(String id, String what, String reason, String decided, @Nullable String end) {}
}

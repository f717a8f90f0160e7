package org.jiaogongti.platform.obligation.web;

import java.util.List;

/** Which instances a decision would touch; nothing is changed by looking. */
public record WaiverPreview(int changing, int staying, List<Row> rows, List<Field> fields, String query) {

    /**
     * One instance.
     *
     * @param stays why it is left out, empty where it changes
     */
    public record Row(String duty, String bearer, String counterpart, String period, Mark before, String figure,
            Mark after, String figureAfter, String stays, String href) {}

    /** A field of the form, carried along. */
    public record Field(String name, String value) {}
}

package org.jiaogongti.platform.activity;

import java.util.Map;

/**
 * A kind as the bureau types it, word for word.
 *
 * @param asks what is asked, by a basic word ({@code HOST}) or a field's code: REQUIRED, OPTIONAL or empty
 */
public record KindEntry(String name, String shortName, String unit, String holder, String gate, String answer,
        String from, Map<String, String> asks) {

    public KindEntry {
        asks = Map.copyOf(asks);
    }

    /** A new form: what most activities need is asked. */
    public static KindEntry empty(String today) {
        return new KindEntry("", "", "次", "ANY_SCHOOL", "NONE", "ANSWERED", today,
                Map.of("HOST", "REQUIRED", "PEOPLE", "OPTIONAL", "TOPIC", "OPTIONAL", "PARTICIPANTS", "OPTIONAL"));
    }

    public String need(String what) {
        return asks.getOrDefault(what, "");
    }

    /**
     * A field as the bureau types it.
     *
     * @param field code of one that is there already, or empty for a new one
     * @param most for numbers the largest, for texts the longest
     * @param words to choose from, parted by 、
     */
    public record FieldEntry(String field, String name, String type, String unit, String most, String words,
            String hint) {

        public static final FieldEntry EMPTY = new FieldEntry("", "", "TEXT", "", "", "", "");
    }
}

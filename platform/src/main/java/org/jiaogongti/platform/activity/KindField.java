package org.jiaogongti.platform.activity;

/**
 * A field that a kind of activity has besides those every record has.
 *
 * @param code short, stable: values are stored under it
 * @param hint what to write in it, or empty
 */
public record KindField(String code, String name, FieldType type, String hint, Origin origin) {

    /** The code of 线上办的, which duties look at. */
    public static final String ONLINE = "online";

    /** Where its first content comes from. */
    public enum Origin {
        /** Only those who were there know it. */
        ASKED,
        /** The filing said it before. */
        FILING
    }

    /** The name of its box. */
    public String box() {
        return "f_" + code;
    }
}

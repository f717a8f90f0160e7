package org.jiaogongti.measurement;

/**
 * What was asked for cannot be computed from these data. The message says in Chinese what is wrong and, after a
 * semicolon, what to do; {@link #place} says where, so that a caller can name the file and line or the field of a form.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    public Refused(Place place, String message) {
        super(message);
        this.place = place;
    }

    public Refused(Place place, String message, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /** Where the trouble lies. */
    public Place place() {
        return place;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }

    /** A place in the data. Persons and items count from 0. */
    public sealed interface Place {

        /** The data as a whole. */
        record Whole() implements Place {}

        /** A column: an item, a group, a variable. */
        record Column(String name) implements Place {}

        /** A person's or an observation's row. */
        record Row(int index) implements Place {}

        /** One row of one column. */
        record Cell(int row, String column) implements Place {}
    }

    /** About the data as a whole. */
    public static Refused whole(String message) {
        return new Refused(new Place.Whole(), message);
    }

    /** About a column. */
    public static Refused column(String name, String message) {
        return new Refused(new Place.Column(name), message);
    }

    /** About a row. */
    public static Refused row(int index, String message) {
        return new Refused(new Place.Row(index), message);
    }

    /** About one cell. */
    public static Refused cell(int row, String column, String message) {
        return new Refused(new Place.Cell(row, column), message);
    }
}

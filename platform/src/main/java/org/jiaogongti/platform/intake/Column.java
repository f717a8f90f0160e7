package org.jiaogongti.platform.intake;

import java.util.List;

/**
 * A column of a table that can be filled from a spreadsheet.
 *
 * @param code its name in a {@link SheetRow}
 * @param role whether it is part of the natural key, must be given, or may be left empty
 * @param cell what its cells say
 * @param words the headings by which it is recognised; the first one is the template's
 */
public record Column(String code, Role role, Cell cell, List<String> words) {

    /** What a column is to its row. */
    public enum Role {
        KEY, OPTIONAL_KEY, REQUIRED, OPTIONAL
    }

    public Column {
        words = List.copyOf(words);
    }

    /** Part of the natural key, always given. */
    public static Column key(String code, Cell cell, String... words) {
        return new Column(code, Role.KEY, cell, List.of(words));
    }

    /** Part of the natural key, where empty is a value too. */
    public static Column optionalKey(String code, Cell cell, String... words) {
        return new Column(code, Role.OPTIONAL_KEY, cell, List.of(words));
    }

    public static Column required(String code, Cell cell, String... words) {
        return new Column(code, Role.REQUIRED, cell, List.of(words));
    }

    public static Column optional(String code, Cell cell, String... words) {
        return new Column(code, Role.OPTIONAL, cell, List.of(words));
    }

    /** The heading in the template. */
    public String heading() {
        return words.getFirst();
    }

    public boolean inKey() {
        return role == Role.KEY || role == Role.OPTIONAL_KEY;
    }

    public boolean mustBeGiven() {
        return role == Role.KEY || role == Role.REQUIRED;
    }
}

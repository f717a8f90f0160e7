package org.jiaogongti.platform.shell;

/** Text that a spreadsheet must not take for a formula. */
public final class TableText {

    private static final String STARTS_FORMULA = "=+-@\t\r";

    private TableText() {}

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** Behind an apostrophe where it begins like a formula; for files that say nothing about a cell's type. */
    public static String guarded(String text) {
        return startsFormula(text) ? "'" + text : text;
    }

    /** What stood there before it was guarded, so that a file given out comes in again as it was. */
    public static String unguarded(String text) {
        return text.startsWith("'") && startsFormula(text.substring(1)) ? text.substring(1) : text;
    }
}

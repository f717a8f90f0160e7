package org.jiaogongti.platform.intake.model;

/** Names cells as a spreadsheet does. */
public final class Place {

    private static final int LETTERS = 26;

    private Place() {}

    /** C7 for the third column of row seven; columns from 0. */
    public static String cell(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.append(row).toString();
    }
}

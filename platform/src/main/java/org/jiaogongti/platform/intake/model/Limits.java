package org.jiaogongti.platform.intake.model;

/** How large a table may be; a district of 200 schools stays far below. */
public final class Limits {

    /** Rows below the headings. */
    public static final int ROWS = 200_000;
    /** Columns, empty ones counted. */
    public static final int COLUMNS = 200;
    /** Characters of one cell, the spreadsheet's own limit. */
    public static final int CELL = 32_767;
    /** Cells in which something stands. */
    static final int CELLS = 4_000_000;
    /** Files packed in one xlsx. */
    static final int ENTRIES = 1_000;
    /** Bytes of all parts when unpacked. */
    static final long UNPACKED = 400L << 20;
    /** Bytes of the shared texts when unpacked; they are held in memory. */
    static final long SHARED_TEXTS = 64L << 20;
    /** Unpacked to packed, for parts above a megabyte. */
    static final long RATIO = 200;

    private Limits() {}
}

package org.jiaogongti.platform.archive;

import java.util.List;

/**
 * What an archive holds, as its {@code manifest.json} says it. Field names are the layout: docs/operations/moving-a-district.md
 * describes them.
 *
 * @param migrations the steps of the database that the rows belong to
 * @param tables in the order in which they go in
 */
public record Manifest(String format, int formatVersion, String program, List<String> migrations, Named district,
        String businessDate, String exportedAt, List<Table> tables, Evidence evidence, Chain journal,
        List<Left> leftOut) {

    public static final String FORMAT = "jiaogongti-district";
    public static final int VERSION = 1;

    /** The district. */
    public record Named(String code, String name) {}

    /**
     * One table.
     *
     * @param key columns of the primary key: rows are in its order
     */
    public record Table(String name, List<Column> columns, List<String> key, long rows, Sum sum) {

        /** Whether another program's table has the same columns and key. */
        public boolean fits(Layout layout) {
            return columns.equals(layout.columns()) && key.equals(layout.key());
        }

        public Layout layout() {
            return new Layout(name, columns, key);
        }
    }

    /** A column with its type as PostgreSQL says it. */
    public record Column(String name, String type) {}

    /**
     * A table of the catalogue.
     *
     * @param columns the key's first, in its order, then the others by name: the same in every installation
     */
    public record Layout(String name, List<Column> columns, List<String> key) {

        /** Whether its rows belong to a district. */
        public boolean ofDistrict() {
            return !key.isEmpty() && key.getFirst().equals("district");
        }
    }

    /** Length and sums of one file. */
    public record Sum(long bytes, String sha256, String sm3) {}

    /**
     * The files of evidence: each is named by its own SHA-256.
     *
     * @param sm3 over all of them, one after the other in the order of their names
     */
    public record Evidence(long files, long bytes, String sm3) {}

    /**
     * The journal's chain as it was verified when the archive was made.
     *
     * @param fault empty where it was sound; else what is wrong with line {@code lines}
     */
    public record Chain(long lines, String sm3, String fault) {}

    /** A table that is not in the archive, and how many rows stayed behind. */
    public record Left(String table, long rows, String why) {}
}

package org.jiaogongti.measurement.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Observed and expected persons by sum score (rows) and category (columns), taken together until no expected number is
 * below 1, as mirt does it, so that figures can be compared: sums at which a category is impossible go to the next row
 * inward; rows nobody has fall out; a row with one person goes to the next; within a row thin categories go to their
 * thinner neighbour; thin columns go to the left; what is still thin goes to the row above or below that has fewer
 * persons.
 */
final class SparseTable {

    private static final double LEAST = 1;

    /** A row that can be added to another. */
    private static final class Row {
        double[] observed;
        double[] expected;

        Row(double[] observed, double[] expected) {
            this.observed = observed;
            this.expected = expected;
        }

        double persons() {
            return Arrays.stream(observed).sum();
        }

        void add(Row other) {
            for (int k = 0; k < observed.length; k++) {
                observed[k] += other.observed[k];
                expected[k] += other.expected[k];
            }
        }

        boolean thin() {
            return Arrays.stream(expected).anyMatch(value -> value != 0 && value < LEAST);
        }

        /** Adds column {@code from} to column {@code to} and closes the gap; a column of zeros comes in at the end. */
        void merge(int from, int to) {
            observed[to] += observed[from];
            expected[to] += expected[from];
            remove(from);
        }

        private void remove(int column) {
            for (int k = column; k + 1 < observed.length; k++) {
                observed[k] = observed[k + 1];
                expected[k] = expected[k + 1];
            }
            observed[observed.length - 1] = 0;
            expected[expected.length - 1] = 0;
        }

        void cut() {
            observed = Arrays.copyOf(observed, observed.length - 1);
            expected = Arrays.copyOf(expected, expected.length - 1);
        }
    }

    private final List<Row> rows;

    private SparseTable(List<Row> rows) {
        this.rows = rows;
    }

    static SparseTable of(double[][] observed, double[][] expected) {
        SparseTable table = new SparseTable(possible(observed, expected));
        table.rows.removeIf(row -> row.persons() == 0);
        table.mergeSingles();
        table.mergeWithinRows();
        table.mergeColumns();
        table.mergeThinRows();
        return table;
    }

    /** Rows in which every category is possible; those before the first and after the last are added to these. */
    private static List<Row> possible(double[][] observed, double[][] expected) {
        List<Row> rows = new ArrayList<>();
        List<Row> before = new ArrayList<>();
        for (int s = 0; s < observed.length; s++) {
            boolean whole = Arrays.stream(expected[s]).noneMatch(Double::isNaN);
            double[] known = Arrays.stream(expected[s]).map(value -> Double.isNaN(value) ? 0 : value).toArray();
            Row row = new Row(observed[s].clone(), known);
            if (whole) {
                before.forEach(row::add);
                before.clear();
                rows.add(row);
            } else if (rows.isEmpty()) {
                before.add(row);
            } else {
                rows.getLast().add(row);
            }
        }
        return rows;
    }

    private void mergeSingles() {
        for (int j = 0; j + 1 < rows.size();) {
            if (rows.get(j).persons() == 1) {
                rows.get(j + 1).add(rows.remove(j));
            } else {
                j++;
            }
        }
        if (rows.size() > 1 && rows.getLast().persons() == 1) {
            Row last = rows.removeLast();
            rows.getLast().add(last);
        }
    }

    private void mergeWithinRows() {
        for (Row row : rows) {
            int columns = row.expected.length;
            while (columns > 2 && Arrays.stream(row.expected, 0, columns).anyMatch(value -> value < LEAST)) {
                int thinnest = 0;
                for (int k = 1; k < columns; k++) {
                    if (row.expected[k] <= row.expected[thinnest]) {
                        thinnest = k;
                    }
                }
                int left = thinnest - 1;
                int right = thinnest + 1;
                boolean toLeft = right == columns || (left >= 0 && row.expected[left] <= row.expected[right]);
                row.merge(thinnest, toLeft ? left : right);
                columns--;
            }
        }
    }

    private void mergeColumns() {
        if (rows.isEmpty()) {
            return;
        }
        double least = LEAST * Math.ceil(rows.size() * 0.1);
        int columns = rows.getFirst().expected.length;
        while (columns > 2 && sum(columns - 1) < least) {
            int last = columns - 1;
            for (Row row : rows) {
                row.merge(last, last - 1);
                row.cut();
            }
            columns--;
        }
        for (int k = columns - 1; k >= 1; k--) {
            int column = k;
            double share = rows.stream().filter(row -> row.expected[column] > 0).count() / (double) rows.size();
            if (share < 0.05) {
                rows.forEach(row -> row.merge(column, column - 1));
            }
        }
    }

    private double sum(int column) {
        double sum = 0;
        for (Row row : rows) {
            sum += row.expected[column];
        }
        return sum;
    }

    private void mergeThinRows() {
        int at = firstThin();
        while (at >= 0 && rows.size() > 1) {
            int to;
            if (at == 0) {
                to = 1;
            } else if (at == rows.size() - 1) {
                to = at - 1;
            } else {
                to = rows.get(at - 1).persons() <= rows.get(at + 1).persons() ? at - 1 : at + 1;
            }
            rows.get(to).add(rows.get(at));
            rows.remove(at);
            at = firstThin();
        }
    }

    private int firstThin() {
        for (int j = 0; j < rows.size(); j++) {
            if (rows.get(j).thin()) {
                return j;
            }
        }
        return -1;
    }

    int rows() {
        return rows.size();
    }

    /** Cells with something expected in them. */
    int cells() {
        int cells = 0;
        for (Row row : rows) {
            cells += (int) Arrays.stream(row.expected).filter(value -> value != 0).count();
        }
        return cells;
    }

    double x2() {
        double sum = 0;
        for (Row row : rows) {
            for (int k = 0; k < row.expected.length; k++) {
                if (row.expected[k] != 0) {
                    sum += Math.pow(row.observed[k] - row.expected[k], 2) / row.expected[k];
                }
            }
        }
        return sum;
    }
}

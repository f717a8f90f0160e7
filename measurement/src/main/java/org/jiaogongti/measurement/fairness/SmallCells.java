package org.jiaogongti.measurement.fairness;

import java.util.ArrayList;
import java.util.List;

/**
 * Which cells of a split may be shown beside their total. A cell of a few persons says something about each of them,
 * and so does its complement: total less the other cells gives the small one back. So a small cell is suppressed
 * together with others until at least two are suppressed and these together are not small.
 *
 * @param cells for each cell whether it may be shown
 * @param total whether the total may be shown; it may not where it would give a small cell back all the same
 */
public record SmallCells(List<Boolean> cells, boolean total) {

    public SmallCells {
        cells = List.copyOf(cells);
    }

    /**
     * @param counts persons by cell; an empty cell says nothing about anybody and is shown
     * @param least  how many persons a cell must have to be shown, for example 10
     */
    public static SmallCells of(long[] counts, long least) {
        List<Boolean> shown = new ArrayList<>();
        int hidden = 0;
        long together = 0;
        for (long count : counts) {
            boolean small = count > 0 && count < least;
            shown.add(!small);
            hidden += small ? 1 : 0;
            together += small ? count : 0;
        }
        while (hidden > 0 && (hidden == 1 || together < least)) {
            int next = smallestShown(counts, shown);
            if (next < 0) {
                return new SmallCells(shown, false);
            }
            shown.set(next, false);
            hidden++;
            together += counts[next];
        }
        return new SmallCells(shown, true);
    }

    private static int smallestShown(long[] counts, List<Boolean> shown) {
        int smallest = -1;
        for (int i = 0; i < counts.length; i++) {
            if (shown.get(i) && counts[i] > 0 && (smallest < 0 || counts[i] < counts[smallest])) {
                smallest = i;
            }
        }
        return smallest;
    }
}

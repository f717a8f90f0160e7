package org.jiaogongti.cli.facts;

import java.util.Collection;
import java.util.Comparator;

/** Offers the word that was probably meant. */
public final class Words {

    private static final int SHORT_LIST = 8;

    private Words() {}

    /** The end of an error line: the nearest word where one is near, and the whole list where it is short. */
    public static String offer(String text, Collection<String> words) {
        String nearest = words.stream().min(Comparator.comparingInt(word -> distance(text, word))).orElse("");
        boolean near = !text.isEmpty() && distance(text, nearest) <= Math.max(1, nearest.length() / 3);
        String list = "可用：" + String.join("、", words);
        if (near) {
            return "是不是“" + nearest + "”？" + (words.size() <= SHORT_LIST ? list : "");
        }
        return list;
    }

    /** Levenshtein's distance in characters. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}

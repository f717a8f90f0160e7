package org.jiaogongti.charter.reading;

import java.util.Collection;

/** Which known word somebody probably meant. */
final class Suggestion {

    private Suggestion() {}

    /** {@code 是不是“…”?} for a near word, else the list of what is known. */
    static String of(String word, Collection<String> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < least || (distance == least && candidate.compareTo(best) < 0)) {
                least = distance;
                best = candidate;
            }
        }
        int bound = Math.max(1, Math.max(word.length(), best.length()) / 2);
        return !best.isEmpty() && least <= bound
                ? "是不是“" + best + "”？"
                : "可用的有：" + String.join("、", known.stream().sorted().toList()) + "。";
    }

    /** Levenshtein's distance. */
    private static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int swap = before[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[right.length()];
    }
}

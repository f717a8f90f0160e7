package org.jiaogongti.platform.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.platform.search.model.Folding;
import org.jiaogongti.platform.search.model.Initials;
import org.jiaogongti.platform.search.model.Pieces;

/**
 * What somebody typed, as words that must all be there.
 *
 * @param typed for the field, as it came
 */
public record SearchQuery(String typed, List<Word> words) {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 40;

    public SearchQuery {
        words = List.copyOf(words);
    }

    public static SearchQuery of(String typed) {
        String folded = Folding.fold(typed);
        List<Word> words = Arrays.stream(folded.split(" ")).filter(word -> !word.isEmpty()).distinct().limit(MOST_WORDS)
                .map(Word::new).toList();
        return new SearchQuery(typed.strip(), words);
    }

    /** Whether it says enough to look for: two letters, or one Han character. */
    public boolean enough() {
        return words.stream().anyMatch(Word::enough);
    }

    /** What a row must have among its pieces. */
    public Integer[] pieces(String district) {
        Pieces pieces = new Pieces(district);
        words.forEach(word -> pieces.addWanted(word.text()));
        return pieces.numbers();
    }

    /** Whether every word stands in one of the texts, by characters or by initials; for what is small enough to look through. */
    public boolean matches(String... texts) {
        return words.stream().allMatch(word -> Arrays.stream(texts).anyMatch(text -> word.at(text) >= 0));
    }

    /** The stretch of a text around the first of the words that stands in it, in one line; empty where none does. */
    public String around(String text, int characters) {
        int[] shown = text.replace('\n', ' ').codePoints().toArray();
        int first = words.stream().mapToInt(word -> word.at(shown, 0)).filter(at -> at >= 0).min().orElse(-1);
        if (first < 0) {
            return "";
        }
        int longest = words.stream().mapToInt(word -> word.text().codePointCount(0, word.text().length())).max()
                .orElse(0);
        int from = Math.max(0, first - characters);
        int to = Math.min(shown.length, first + longest + characters);
        return (from > 0 ? "…" : "") + new String(shown, from, to - from).strip() + (to < shown.length ? "…" : "");
    }

    /** The text in parts, those that were looked for marked. */
    public List<Part> marked(String text) {
        int[] characters = text.codePoints().toArray();
        boolean[] marked = new boolean[characters.length];
        for (Word word : words) {
            int length = word.text().codePointCount(0, word.text().length());
            for (int at = word.at(characters, 0); at >= 0; at = word.at(characters, at + 1)) {
                Arrays.fill(marked, at, at + length, true);
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int from = 0, to = 0; from < characters.length; from = to) {
            while (to < characters.length && marked[to] == marked[from]) {
                to++;
            }
            parts.add(new Part(new String(characters, from, to - from), marked[from]));
        }
        return parts;
    }

    /** A stretch of a text. */
    public record Part(String text, boolean marked) {}

    /** One word, folded. */
    public record Word(String text) {

        public Word {
            text = text.codePointCount(0, text.length()) > LONGEST
                    ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
                    : text;
        }

        boolean enough() {
            return text.codePointCount(0, text.length()) > 1 || !Folding.typedBySound(text);
        }

        /** Whether it may be meant as initials. */
        public boolean bySound() {
            return text.length() > 1 && Folding.typedBySound(text);
        }

        /** A regular expression over {@link SearchText#sound}, for words that may be meant as initials. */
        public String sound() {
            return text.chars().mapToObj(letter -> (char) letter + "[^. ]*\\.").collect(Collectors.joining("[^. ]*"));
        }

        int at(String shown) {
            return at(shown.codePoints().toArray(), 0);
        }

        /** Where it stands in a text as shown, or -1. */
        private int at(int[] shown, int from) {
            int[] wanted = text.codePoints().toArray();
            for (int at = from; at + wanted.length <= shown.length; at++) {
                if (standsAt(shown, at, wanted)) {
                    return at;
                }
            }
            return -1;
        }

        private boolean standsAt(int[] shown, int at, int[] wanted) {
            boolean sound = bySound();
            for (int next = 0; next < wanted.length; next++) {
                String folded = Folding.fold(Character.toString(shown[at + next]));
                int character = folded.isEmpty() ? ' ' : folded.codePointAt(0);
                boolean same = character == wanted[next]
                        || (sound && Initials.of(character).indexOf(wanted[next]) >= 0);
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }
}

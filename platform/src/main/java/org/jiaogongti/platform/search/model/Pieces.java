package org.jiaogongti.platform.search.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * The pieces of a text as numbers for an inverted index: every Han character, every two characters that stand together,
 * every two and three initials. A word of n characters is found by its n - 1 pieces, whatever its place. The district is
 * part of every number, so that one district's list is never as long as the country's. Numbers may coincide (CRC-32):
 * whoever finds by pieces still compares the words.
 */
public final class Pieces {

    private static final String TEXT = "t";
    private static final String SOUND = "s";
    private static final String SCOPE = "c";

    private final String district;
    private final Set<Integer> numbers = new TreeSet<>();

    public Pieces(String district) {
        this.district = district;
    }

    /** All pieces of a folded text, by characters and by sound. */
    public Pieces addAll(String folded) {
        for (String run : folded.split(" ")) {
            int[] characters = run.codePoints().toArray();
            for (int at = 0; at < characters.length; at++) {
                addText(characters, at);
                addSound(characters, at, 2);
                addSound(characters, at, 3);
            }
        }
        return this;
    }

    /** What a word must have in common with a text in which it stands: nothing for a single letter or digit. */
    public Pieces addWanted(String word) {
        int[] characters = word.codePoints().toArray();
        if (characters.length == 1) {
            addSingle(characters[0]);
        }
        for (int from = 0, to = 0; from < characters.length; from = to) {
            while (to < characters.length && Folding.letter(characters[to])) {
                to++;
            }
            addLetters(Arrays.copyOfRange(characters, from, to));
            to = Math.max(to, from + 1);
        }
        for (int at = 0; at < characters.length; at++) {
            addPair(characters, at);
        }
        return this;
    }

    /** Letters and digits in a row stand in the text's sound as they are. */
    private void addLetters(int[] letters) {
        int length = Math.min(letters.length, 3);
        for (int at = 0; length > 1 && at < letters.length; at++) {
            addSound(letters, at, length);
        }
    }

    /** A place that a row belongs to, for those who see only some places. */
    public Pieces addScope(String id) {
        put(SCOPE, id);
        return this;
    }

    private void addText(int[] characters, int at) {
        addSingle(characters[at]);
        addPair(characters, at);
    }

    private void addSingle(int character) {
        if (!Folding.letter(character)) {
            put(TEXT, Character.toString(character));
        }
    }

    /** Letters beside letters are found by sound. */
    private void addPair(int[] characters, int at) {
        if (at + 1 < characters.length && !(Folding.letter(characters[at]) && Folding.letter(characters[at + 1]))) {
            put(TEXT, Character.toString(characters[at]) + Character.toString(characters[at + 1]));
        }
    }

    private void addSound(int[] characters, int at, int length) {
        if (at + length > characters.length) {
            return;
        }
        List<String> spellings = List.of("");
        for (int next = at; next < at + length; next++) {
            List<String> longer = new ArrayList<>();
            for (String spelling : spellings) {
                Initials.of(characters[next]).chars().forEach(letter -> longer.add(spelling + (char) letter));
            }
            spellings = longer;
        }
        spellings.forEach(spelling -> put(SOUND, spelling));
    }

    private void put(String sort, String piece) {
        CRC32 number = new CRC32();
        number.update((district + sort + piece).getBytes(StandardCharsets.UTF_8));
        numbers.add((int) number.getValue());
    }

    public Integer[] numbers() {
        return numbers.toArray(Integer[]::new);
    }
}

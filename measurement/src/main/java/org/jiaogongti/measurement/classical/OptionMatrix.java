package org.jiaogongti.measurement.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;

/** The options that persons chose, as codes by item; scored by a key. */
public final class OptionMatrix {

    /** The code of a missing answer. */
    public static final int MISSING = -1;

    private static final int MOST = 254;

    private final List<String> names;
    private final int persons;
    private final List<List<String>> options = new ArrayList<>();
    private final List<byte[]> codes = new ArrayList<>();

    /** An empty matrix for so many persons; items are added one by one. */
    public OptionMatrix(int persons) {
        this.persons = persons;
        this.names = new ArrayList<>();
    }

    /**
     * Adds an item.
     *
     * @param labels the texts of its options
     * @param chosen for each person the position of the chosen option in labels, or {@link #MISSING}
     */
    public void add(String name, List<String> labels, int[] chosen) {
        if (labels.size() > MOST) {
            throw Refused.column(name, "题目“" + name + "”有 " + labels.size() + " 种选项，最多 " + MOST + " 种；请检查这一列是不是选项");
        }
        if (chosen.length != persons) {
            throw new IllegalArgumentException(
                    chosen.length + " answers of " + persons + " persons on " + name + "\n  give one for each person");
        }
        byte[] column = new byte[persons];
        for (int i = 0; i < persons; i++) {
            column[i] = (byte) chosen[i];
        }
        names.add(name);
        options.add(List.copyOf(labels));
        codes.add(column);
    }

    public int persons() {
        return persons;
    }

    /** The items' names, in the order added. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The options of an item, in the order of their codes. */
    public List<String> options(int item) {
        return options.get(item);
    }

    /** The code of the option that a person chose, or {@link #MISSING}. */
    public int chosen(int person, int item) {
        return codes.get(item)[person] == (byte) MISSING ? MISSING : codes.get(item)[person] & 0xFF;
    }

    /** 1 where the chosen option is a key of the item, else 0; missing stays missing. */
    public ScoreMatrix scored(List<Set<String>> keys) {
        byte[][] chunks = ScoreMatrix.chunks(persons, names.size());
        for (int j = 0; j < names.size(); j++) {
            byte[] scores = new byte[256];
            for (int code = 0; code < options.get(j).size(); code++) {
                scores[code] = (byte) (keys.get(j).contains(options.get(j).get(code)) ? 1 : 0);
            }
            Arrays.fill(scores, 255, 256, ScoreMatrix.MISSING_BYTE);
            byte[] column = codes.get(j);
            for (int i = 0; i < persons; i++) {
                chunks[i / ScoreMatrix.CHUNK][i % ScoreMatrix.CHUNK * names.size() + j] = scores[column[i] & 0xFF];
            }
        }
        return ScoreMatrix.ofChunks(List.copyOf(names), chunks);
    }
}

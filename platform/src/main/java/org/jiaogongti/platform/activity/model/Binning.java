package org.jiaogongti.platform.activity.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.Occasion.State;

/**
 * What the bin keeps of an occasion so that it comes back as it was.
 *
 * @param state it was in
 * @param disowned whether the school for which somebody else had entered it took it back: nobody else brings it back then
 * @param pasted whether it came from a table, whose row must not come in again
 * @param joined entries of other sides that were joined to it
 */
public record Binning(State state, boolean disowned, boolean pasted, List<UUID> joined) {

    private static final String DISOWNED = "DISOWNED";
    private static final String PASTED = "PASTED";

    public Binning {
        joined = List.copyOf(joined);
    }

    public String text() {
        List<String> words = new ArrayList<>(List.of(state.name()));
        if (disowned) {
            words.add(DISOWNED);
        }
        if (pasted) {
            words.add(PASTED);
        }
        joined.forEach(id -> words.add(id.toString()));
        return String.join(" ", words);
    }

    public static Binning of(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        return new Binning(State.valueOf(words.getFirst()), words.contains(DISOWNED), words.contains(PASTED),
                words.stream().skip(1).filter(word -> !word.equals(DISOWNED) && !word.equals(PASTED))
                        .map(UUID::fromString).toList());
    }
}

package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Later law, dated, beside the notice and never inside it.
 *
 * @param law its title
 * @param issuedOn its date
 * @param quotes its words, only as far as a source gives them
 */
public record Overlay(String id, String law, LocalDate issuedOn, LocalDate from, String source, List<String> quotes,
        List<Effect> effects) {

    public Overlay {
        quotes = List.copyOf(quotes);
        effects = List.copyOf(effects);
    }

    /**
     * What it does to duties.
     *
     * @param words the notice's words that it touches, or null for the whole duty
     */
    public record Effect(Set<String> duties, Kind kind, @Nullable String words, String note) {
        public Effect {
            duties = Set.copyOf(duties);
        }
    }

    /** How it touches a duty. */
    public enum Kind {
        /** 暂停: from the law's day on, by the last possible day of an instance; neither done nor missed. */
        SUSPENDS("暂停"),
        /** 标注: shown beside the clause; nothing is counted there. */
        MARKS("标注");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The clerk's word. */
        public String word() {
            return word;
        }
    }

    /** Whether an instance with this last possible day is suspended. */
    public boolean suspends(String duty, LocalDate lastPossibleDay) {
        return !lastPossibleDay.isBefore(from) && effects.stream()
                .anyMatch(effect -> effect.kind() == Kind.SUSPENDS && effect.duties().contains(duty));
    }
}

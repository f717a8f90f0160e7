package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as a duty's page shows it; school, subject and date come from the fact itself.
 *
 * @param url where the record opens
 * @param title the lesson's topic or the occasion's name
 * @param people who led or taught it
 * @param present how many people came, 0 where nobody was counted
 * @param evidence number of kept files (佐证)
 * @param answer what the receiving school says
 * @param answerBy the day until which it may still answer, only with {@link Answer#WAITING}
 * @param said who said what, oldest first, only with {@link Answer#DISPUTED}
 */
public record SourceNote(String url, String title, List<String> people, int present, int evidence, Answer answer,
        @Nullable LocalDate answerBy, List<Said> said) {

    public SourceNote {
        people = List.copyOf(people);
        said = List.copyOf(said);
    }

    /** What the receiving school says to a record of another school. */
    public enum Answer {
        /** No other school has to answer. */
        NOT_ASKED,
        /** Still within its seven days. */
        WAITING,
        /** 来过. */
        CONFIRMED,
        /** Seven days without a word: the record stands. */
        SILENT,
        /** 不对, and it is not settled. */
        DISPUTED,
        /** Both agreed, or the bureau decided. */
        SETTLED
    }

    /** One side's words in a dispute. */
    public record Said(String who, LocalDate on, String words) {}
}

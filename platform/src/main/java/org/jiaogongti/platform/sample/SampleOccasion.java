package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Something held or to be held, with all that was later said about it. Schools and people are names.
 *
 * @param slot such as 上午第2节
 * @param participants school to people, in the notice's order
 * @param announced when it became known; null where nobody announced it
 * @param recorded null until somebody recorded it
 * @param evidence number of pictures
 * @param recordedByHost whether the host told its own side of what another school led
 * @param joined the other school's record of the same thing, which alone counts
 */
public record SampleOccasion(UUID id, String community, LocalDate date, @Nullable String slot, String host,
        String ledBy, String leader, @Nullable Rank rank, String schoolClass, String topic, List<Part> parts,
        Map<String, Integer> participants, @Nullable LocalDate filedOn, @Nullable LocalDate approvedOn,
        @Nullable LocalDateTime announced, @Nullable Recorded recorded, @Nullable Answer answer,
        @Nullable Settled settled, @Nullable Ended ended, int evidence, @Nullable Joined joined,
        boolean recordedByHost) {

    /** What was done in it. */
    public record Part(String kind, @Nullable String subject, List<String> grades, int lessons) {}

    /** Who recorded it when; {@code onBehalfOf} names the school for which somebody else did. */
    public record Recorded(LocalDateTime at, String by, @Nullable String onBehalfOf) {}

    /** What the receiving school said. */
    public record Answer(LocalDateTime at, String by, boolean agrees, String words) {}

    /** The end of a dispute in favour of the record. */
    public record Settled(LocalDateTime at, String by, boolean byBureau) {}

    /** Cancelled before it was held, or withdrawn afterwards. */
    public record Ended(LocalDateTime at, String by, boolean withdrawn, String reason) {}

    /** Two schools recorded the same thing and agreed to let the first one count. */
    public record Joined(LocalDateTime at, UUID with) {}

    public boolean isWithdrawn() {
        return ended != null && ended.withdrawn();
    }

    /** How it stands; a withdrawn or joined one is no fact at all and is asked for beforehand. */
    public OccasionState state() {
        if (ended != null) {
            return OccasionState.CANCELLED;
        }
        if (recorded == null) {
            return OccasionState.PLANNED;
        }
        return answer != null && !answer.agrees() && settled == null ? OccasionState.DISPUTED : OccasionState.HELD;
    }

    /** Whether it is a fact for the engine. */
    public boolean isFact() {
        return !isWithdrawn() && joined == null;
    }

    /** Null where nothing of it was known in the evening of the day. */
    @Nullable
    SampleOccasion asOf(LocalDate day) {
        LocalDateTime evening = day.plusDays(1).atStartOfDay();
        Recorded then = recorded != null && recorded.at().isBefore(evening) ? recorded : null;
        LocalDateTime known = announced != null && announced.isBefore(evening) ? announced : null;
        if (then == null && known == null) {
            return null;
        }
        Answer answered = then != null && answer != null && answer.at().isBefore(evening) ? answer : null;
        Settled agreed = answered != null && settled != null && settled.at().isBefore(evening) ? settled : null;
        Ended over = ended != null && ended.at().isBefore(evening) ? ended : null;
        return new SampleOccasion(id, community, date, slot, host, ledBy, leader, rank, schoolClass, topic, parts,
                participants, upTo(filedOn, day), upTo(approvedOn, day), known, then, answered, agreed, over,
                then == null ? 0 : evidence,
                then != null && joined != null && joined.at().isBefore(evening) ? joined : null, recordedByHost);
    }

    private static @Nullable LocalDate upTo(@Nullable LocalDate date, LocalDate day) {
        return date != null && !date.isAfter(day) ? date : null;
    }
}

package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.obligation.SourceNote.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An occasion as a ledger lists it, entries of two sides that were joined as one.
 *
 * @param host the school where it was held, with its campus; empty where none is named
 * @param what its kinds in words
 * @param leader the school that led it; empty where none is named
 * @param present how many people came, 0 where nobody was counted
 * @param gate what has to be done beforehand
 * @param answerBy the day until which the other school may still answer, only with {@link Answer#WAITING}
 * @param files how many pieces of evidence there are
 * @param evidence the pieces themselves; empty for those who may not see them
 */
public record OccasionLine(UUID id, LocalDate date, String host, String what, String subject, String topic,
        String leader, List<String> people, int present, Gate gate, Papers papers, Answer answer,
        @Nullable LocalDate answerBy, int files, List<EvidenceItem> evidence) {

    public OccasionLine {
        people = List.copyOf(people);
        evidence = List.copyOf(evidence);
    }

    /** Whether there are pieces of evidence that this person may not see. */
    public boolean hidden() {
        return files > evidence.size();
    }
}

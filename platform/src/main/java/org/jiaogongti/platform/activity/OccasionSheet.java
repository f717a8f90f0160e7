package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.obligation.SourceNote.Answer;

/**
 * One occasion with everything its page shows.
 *
 * @param others entries joined to it, or the one it was joined to
 * @param perhapsSame entries of another side that may be the same thing
 * @param evidence empty for those who may not see it
 * @param files how many files there are
 * @param answer what the other schools say
 * @param ground the words for the ids in it
 */
public record OccasionSheet(Occasion occasion, List<Step> steps, List<Occasion> others, List<Occasion> perhapsSame,
        List<EvidenceItem> evidence, int files, Answer answer, Preview counts, Set<Can> can, List<UUID> mayAnswer,
        Ground ground) {

    public OccasionSheet {
        steps = List.copyOf(steps);
        others = List.copyOf(others);
        perhapsSame = List.copyOf(perhapsSame);
        evidence = List.copyOf(evidence);
        can = Set.copyOf(can);
        mayAnswer = List.copyOf(mayAnswer);
    }

    /** What the person may do with it now. */
    public enum Can {
        CHANGE, HELD, CANCEL,
        /** Without a reason, within ten minutes. */
        UNDO,
        /** The school for which it was entered takes it back. */
        DISOWN, WITHDRAW, SAY_CAME, SAY_NOT_SO, DECIDE, REOPEN, JOIN, PART, SEE_EVIDENCE, ADD_EVIDENCE,
        /** Bring it back from the bin. */
        RESTORE
    }
}

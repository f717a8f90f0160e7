package org.jiaogongti.platform.obligation.model;

import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Judgement;
import org.jiaogongti.charter.counting.Reason;
import org.jspecify.annotations.Nullable;

/** Why a record's part is worth nothing for one instance, though it is about it. */
public final class NearMisses {

    private NearMisses() {}

    /**
     * The engine's reasons; empty where the part counts, is about something else, or is only still to come.
     *
     * @param otherPart the part of the same record that counts already, or null
     */
    public static Optional<List<Reason>> reasons(Rules rules, InstanceKey key, Fact fact, boolean withdrawn,
            @Nullable String otherPart) {
        for (Judgement judgement : rules.counting().judge(withdrawn ? cancelled(fact) : fact)) {
            if (!key.equals(judgement.key())) {
                continue;
            }
            if (judgement.nearMiss() && !onlyPlanned(judgement.reasons())) {
                return Optional.of(judgement.reasons());
            }
            if (judgement.counts() && withdrawn) {
                return Optional.of(List.of(new Reason.NotHeld(OccasionState.CANCELLED)));
            }
            if (judgement.counts() && otherPart != null && !otherPart.equals(fact.part())) {
                return Optional.of(List.of(new Reason.CountedOnce(otherPart)));
            }
        }
        return Optional.empty();
    }

    private static boolean onlyPlanned(List<Reason> reasons) {
        return reasons.equals(List.of(new Reason.NotHeld(OccasionState.PLANNED)));
    }

    private static Fact cancelled(Fact fact) {
        return switch (fact) {
            case Placement placement -> placement;
            case OccasionPart part -> part.as(OccasionState.CANCELLED);
        };
    }
}

package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Placement;

/** The duty to name a mentor, which comes with a placement that counts. */
final class MentorDuty {

    private MentorDuty() {}

    static List<Judgement> judge(Slot slot, List<String> bearers, Placement placement, LocalDate countsOn) {
        List<Judgement> judgements = new ArrayList<>();
        for (String bearer : bearers) {
            InstanceKey key = key(slot, bearer, placement);
            boolean named = placement.mentor() != null && !placement.mentor().isBlank();
            judgements.add(new Judgement(key.duty(), key,
                    named ? new Contribution(key, placement.source(), placement.part(), 1, countsOn) : null,
                    named ? List.of() : List.of(new Reason.NoMentor()), false));
        }
        return judgements;
    }

    static InstanceKey key(Slot slot, String bearer, Placement placement) {
        return new InstanceKey(slot.duty().id(), bearer, placement.fromSchool() + "/" + placement.source(),
                slot.period().name());
    }
}

package org.jiaogongti.platform.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.History;
import org.jiaogongti.platform.activity.History.Told;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Behalf;
import org.jiaogongti.platform.activity.Occasion.Entry;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.bin.Emptying;
import org.jiaogongti.platform.evidence.EvidenceHistory;
import org.jiaogongti.platform.evidence.EvidenceHistory.Placed;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What lies in the bin: of a school one entry that is almost out of time, a recent one and a photo; one that the bureau's clerk
 * deleted; and one whose time is over, erased with its certificate.
 */
@Component
final class BinLoad {

    private static final String SCHOOL = "居敬小学";
    private static final String PRINCIPAL = "示例校长03";
    private static final String CLERK = "示例职员01";

    private final History history;
    private final EvidenceHistory evidence;
    private final Emptying emptying;

    BinLoad(History history, EvidenceHistory evidence, Emptying emptying) {
        this.history = history;
        this.evidence = evidence;
        this.emptying = emptying;
    }

    void load(SampleWorld world, SampleKeys keys, District district, Stored picture) {
        LocalDate today = world.date();
        Actor principal = new Actor(keys.accountOf(PRINCIPAL), keys.of(PRINCIPAL), PRINCIPAL,
                Set.of(Posting.atSchool(Role.PRINCIPAL, keys.of(SCHOOL))));
        Actor clerk = new Actor(keys.accountOf(CLERK), keys.of(CLERK), CLERK,
                Set.of(Posting.inDistrict(Role.BUREAU_CLERK)));
        List<SampleOccasion> own = standing(world, true);
        delete(own.get(2), keys, principal, today.minusDays(47), "（试填）");
        delete(own.getFirst(), keys, principal, today.minusDays(28), "（记重了）");
        delete(standing(world, false).getFirst(), keys, clerk, today.minusDays(9), "（学校选错）");
        photo(own.get(3), keys, principal, today.minusDays(6), picture);
        delete(own.get(1), keys, principal, today.minusDays(4), "（试填）");
        emptying.run(district, today);
    }

    private static List<SampleOccasion> standing(SampleWorld world, boolean own) {
        return world.occasions().reversed().stream()
                .filter(each -> each.state() == OccasionState.HELD && each.joined() == null && !each.isWithdrawn()
                        && each.recorded() != null && each.date().isBefore(world.date().minusDays(50))
                        && RecordLoad.side(each).equals(SCHOOL) == own)
                .limit(4).toList();
    }

    /** Entered a second time and taken back. */
    private void delete(SampleOccasion like, SampleKeys keys, Actor by, LocalDate on, String topic) {
        Said said = RecordLoad.said(like, keys);
        UUID id = SampleIds.of(on, "bin " + like.id() + topic);
        Instant at = RecordLoad.instant(on.atTime(9, 20));
        Entry entry = new Entry(by.accountId(), by.name(), at, on, on);
        boolean bureau = by.has(Role.BUREAU_CLERK);
        Behalf behalf = bureau ? new Behalf(said.school(), Role.BUREAU_CLERK.name()) : null;
        Said wrong = new Said(said.date(), said.dayPart(), said.community(), said.school(), said.host(), said.leader(),
                said.leaderRank(), said.people(), said.parts(), said.subject(), said.grades(), said.className(),
                said.topic() + topic, said.participants());
        history.takeOver(Actor.system(), List.of(new Told(occasion(id, wrong, State.WITHDRAWN, entry, behalf),
                List.of(step(What.RECORDED, "", by, on, at),
                        step(What.WITHDRAWN, "记错了，撤回", by, on, at.plusSeconds(1_500))))));
        history.bin(by, occasion(id, wrong, State.HELD, entry, behalf), on, at.plusSeconds(1_500));
    }

    private static Occasion occasion(UUID id, Said said, State state, Entry entry, @Nullable Behalf behalf) {
        return new Occasion(id, 1, said, state, false, entry, null, behalf, List.of());
    }

    private static Step step(What what, String words, Actor by, LocalDate on, Instant at) {
        return new Step(what, null, words, by.accountId(), by.name(), on, at);
    }

    private void photo(SampleOccasion of, SampleKeys keys, Actor by, LocalDate on, Stored picture) {
        Instant at = RecordLoad.instant(on.atTime(16, 5));
        Placed placed = new Placed(SampleIds.of(on, "bin photo " + of.id()), of.id(), keys.of(RecordLoad.side(of)),
                picture, by.accountId(), by.name(), at);
        evidence.takeOver(List.of(placed));
        evidence.remove(by, placed, on, at.plusSeconds(300));
    }
}

package org.jiaogongti.platform.round;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.reading.DifferenceText;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Revision;
import org.jiaogongti.platform.obligation.CharterRevisions;
import org.jiaogongti.platform.obligation.CharterRevisions.Ground;
import org.jiaogongti.platform.round.Plan.Draft;
import org.jiaogongti.platform.round.Trial.State;
import org.jiaogongti.platform.round.store.PlanStore;
import org.jiaogongti.platform.round.store.TrialStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A draft that was begun before this platform, taken over with its trial. */
@Service
public class RoundHistory {

    private final PlanStore store;
    private final TrialStore tried;
    private final TrialRuns trials;
    private final CharterRevisions revisions;
    private final BusinessClock clock;
    private final Ids ids;

    RoundHistory(PlanStore store, TrialStore tried, TrialRuns trials, CharterRevisions revisions, BusinessClock clock,
            Ids ids) {
        this.store = store;
        this.tried = tried;
        this.trials = trials;
        this.revisions = revisions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Nothing where the next round cannot be planned yet; else the draft, tried at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOver(LocalDate from, List<Revision> changes, By by) {
        Ground ground = revisions.ground().orElseThrow();
        if (!(Gate.of(ground.inForce().charter(), clock.today()) instanceof Gate.Open open)) {
            return;
        }
        Plan plan = new Plan(ids.next(), open.next().name(), open.base().name(), by);
        store.insert(plan);
        Difference difference = new Difference(ground.inForce().charter().id(), plan.round(), from, changes);
        Draft draft = new Draft(ids.next(), plan.id(), 1, DifferenceText.of(difference), ground.charter(), by);
        store.insert(draft);
        UUID id = ids.next();
        Trial trial = new Trial(id, draft.id(), State.WAITING, "", clock.today(), 0, 0, by);
        tried.insert(trial, clock.now());
        TrialRuns.Work work = trials.claim(trial, difference, open.base()).orElseThrow();
        for (int done = 0; done < work.communities().size(); done++) {
            trials.tryOn(work, done);
        }
        trials.finish(work);
    }
}

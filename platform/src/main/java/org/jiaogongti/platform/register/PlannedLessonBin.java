package org.jiaogongti.platform.register;

import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.bin.DeletableValue;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.bin.Restored;
import org.jiaogongti.platform.register.store.PairStore;
import org.springframework.stereotype.Component;

/** Lessons that were struck from a pair's plan by mistake. */
@Component
class PlannedLessonBin extends DeletableValue<PlannedLesson> {

    private final PairStore store;
    private final Surroundings around;
    private final Deletions deletions;

    PlannedLessonBin(PairStore store, Surroundings around, Deletions deletions) {
        super("planned-lesson", PlannedLesson.class);
        this.store = store;
        this.around = around;
        this.deletions = deletions;
    }

    void put(Actor actor, LessonPair pair, PlannedLesson lesson) {
        deletions.put(actor, List.of(thing(lesson.id(), pair.id(), pair.two().receiver(),
                around.places().pair(pair.two()) + " · " + lesson.subject()
                        + (lesson.topic().isEmpty() ? "" : " · " + lesson.topic()),
                lesson)));
    }

    @Override
    protected Restored putBack(Actor actor, PlannedLesson lesson) {
        LessonPair pair = store.lock(lesson.pair()).orElse(null);
        if (pair == null) {
            return new Restored.No("register.plan.restore.pair");
        }
        if (!LessonPairs.keeps(around.places().reach(actor), pair.two())) {
            return new Restored.Absent();
        }
        if (store.plan(List.of(pair.id())).stream().anyMatch(each -> each.term().equals(lesson.term())
                && each.week() == lesson.week() && each.subject().equals(lesson.subject()))) {
            return new Restored.No("register.plan.refused.already");
        }
        store.addPlan(List.of(lesson));
        return new Restored.Done("/registers/pairs/" + pair.id());
    }

    @Override
    protected String path(PlannedLesson lesson) {
        return "/registers/pairs/" + lesson.pair();
    }
}

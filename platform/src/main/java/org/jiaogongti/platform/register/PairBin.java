package org.jiaogongti.platform.register;

import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.bin.DeletableValue;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.bin.Restored;
import org.jiaogongti.platform.register.store.PairStore;
import org.springframework.stereotype.Component;

/** Pairs of schools that were taken back by mistake. */
@Component
class PairBin extends DeletableValue<LessonPair> {

    private final PairStore store;
    private final Surroundings around;
    private final Deletions deletions;

    PairBin(PairStore store, Surroundings around, Deletions deletions) {
        super("lesson-pair", LessonPair.class);
        this.store = store;
        this.around = around;
        this.deletions = deletions;
    }

    void put(Actor actor, LessonPair pair) {
        deletions.put(actor, List.of(thing(pair.id(), pair.id(), pair.two().receiver(),
                around.places().pair(pair.two()) + " · " + pair.agreement(), pair)));
    }

    @Override
    protected Restored putBack(Actor actor, LessonPair pair) {
        if (!LessonPairs.keeps(around.places().reach(actor), pair.two())) {
            return new Restored.Absent();
        }
        if (store.between(pair.two().giver(), pair.two().receiver()).stream().anyMatch(pair::crosses)) {
            return new Restored.No("register.pair.refused.already");
        }
        store.put(List.of(pair));
        return new Restored.Done("/registers/pairs/" + pair.id());
    }

    @Override
    protected String path(LessonPair pair) {
        return "/registers/pairs";
    }
}

package org.jiaogongti.platform.register;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceAccess;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.model.Reach;
import org.jiaogongti.platform.register.store.GraduationStore;
import org.jiaogongti.platform.register.store.WeakStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What proves that an entry could be closed is read by who reads the entry; a revision sheet by its community. */
@Component
class RegisterEvidence implements EvidenceAccess {

    private final WeakStore store;
    private final GraduationStore graduation;
    private final WeakEntries entries;
    private final Surroundings around;

    RegisterEvidence(WeakStore store, GraduationStore graduation, WeakEntries entries, Surroundings around) {
        this.store = store;
        this.graduation = graduation;
        this.entries = entries;
        this.around = around;
    }

    @Override
    @Transactional(readOnly = true)
    public Right rightTo(Actor actor, UUID holder) {
        return store.ofClosing(holder).map(key -> {
            Places places = around.places();
            Reach reach = places.reach(actor);
            return entries.entries(places).stream().anyMatch(
                    each -> each.entry().key().equals(key) && reach.reads(each.entry().community()))
                            ? Right.READ
                            : Right.NONE;
        }).or(() -> graduation.find(holder).filter(
                sheet -> around.places().reach(actor).reads(sheet.slot().community())).map(_ -> Right.READ))
                .orElse(Right.NONE);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(UUID holder) {
        return store.ofClosing(holder).isPresent() || graduation.find(holder).isPresent();
    }
}

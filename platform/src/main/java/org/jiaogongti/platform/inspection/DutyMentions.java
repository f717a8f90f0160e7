package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.MentionStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What inspections said of a duty of some schools, as far as somebody may see it: the latest, in one select. */
@Service
@Transactional(readOnly = true)
public class DutyMentions {

    private final MentionStore store;
    private final BusinessClock clock;

    DutyMentions(MentionStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    public LocalDate today() {
        return clock.today();
    }

    /** The latest first; a school's office reads of its own school, and whoever reads of none asks nothing. */
    public List<DutyMention> latest(Actor actor, String duty, Collection<UUID> schools, int most) {
        Reach reach = new Reach(actor);
        Set<UUID> read = new LinkedHashSet<>(schools);
        if (!reach.district()) {
            read.retainAll(reach.offices());
        }
        return read.isEmpty() ? List.of() : store.latest(duty, read, most);
    }
}

package org.jiaogongti.platform.filing;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Beforehand;
import org.jiaogongti.platform.activity.OccasionPapers;
import org.jiaogongti.platform.activity.OccasionPapers.Seen;
import org.jiaogongti.platform.filing.store.FilingStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever records an occasion go on from what was filed about it. */
@Component
class FilingBeforehand implements Beforehand {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s，。；、（）()]+");

    private final FilingStore store;
    private final OccasionPapers occasions;

    FilingBeforehand(FilingStore store, OccasionPapers occasions) {
        this.store = store;
        this.occasions = occasions;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Told> of(Actor actor, UUID occasion) {
        return store.ofOccasion(occasion).filter(filing -> filing.state() != Filing.State.TAKEN_BACK)
                .filter(_ -> occasions.find(actor, occasion).filter(Seen::mayFile).isPresent())
                .map(filing -> told(store.versions(filing.id()).getLast().text()));
    }

    private static Told told(PlanText text) {
        Matcher link = LINK.matcher(text.timePlace() + " " + text.agenda() + " " + text.people());
        return new Told(text.theme(), text.agenda(), link.find() ? link.group() : "");
    }
}

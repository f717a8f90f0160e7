package org.jiaogongti.platform.disclosure;

import java.util.List;
import org.jiaogongti.platform.disclosure.Publication.Hand;
import org.jiaogongti.platform.disclosure.PublicationStep.What;
import org.jiaogongti.platform.disclosure.store.PublicationStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was made public before this platform, taken over as it was: by two people, and with the days of its time. */
@Service
public class DisclosureHistory {

    private final PublicationStore store;
    private final Desk desk;

    DisclosureHistory(PublicationStore store, Desk desk) {
        this.store = store;
        this.desk = desk;
    }

    /** Takes publications over with the steps that their hands tell of. */
    @Transactional
    public void takeOver(List<Publication> publications) {
        for (Publication each : publications) {
            store.save(each);
            step(each, What.WRITTEN, each.written(), "");
            Hand submitted = each.submitted();
            if (submitted != null) {
                store.submit(each.id(), submitted);
                step(each, What.SUBMITTED, submitted, "");
            }
            Hand published = each.published();
            if (published != null) {
                store.publish(each.id(), each.number(), published);
                step(each, What.PUBLISHED, published, each.number());
            }
            Hand withdrawn = each.withdrawn();
            if (withdrawn != null) {
                store.withdraw(each.id(), each.reason(), withdrawn);
                step(each, What.WITHDRAWN, withdrawn, each.reason());
            }
        }
    }

    private void step(Publication publication, What what, Hand by, String words) {
        store.add(new PublicationStep(desk.ids().next(), publication.id(), what, words, by));
    }
}

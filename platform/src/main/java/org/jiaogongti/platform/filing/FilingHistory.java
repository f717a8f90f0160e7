package org.jiaogongti.platform.filing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionPapers;
import org.jiaogongti.platform.filing.store.FilingHistoryStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what was filed and checked before, with all that happened to it. */
@Service
public class FilingHistory {

    private final FilingHistoryStore store;
    private final OccasionPapers occasions;
    private final Journal journal;
    private final Ids ids;

    FilingHistory(FilingHistoryStore store, OccasionPapers occasions, Journal journal, Ids ids) {
        this.store = store;
        this.occasions = occasions;
        this.journal = journal;
        this.ids = ids;
    }

    /** A filing as it stands, its texts and what happened to it, oldest first. */
    public record Told(Filing filing, List<PlanVersion> versions, List<FilingStep> steps) {

        public Told {
            versions = List.copyOf(versions);
            steps = List.copyOf(steps);
        }
    }

    /**
     * The number of statements does not depend on the number of filings; only an occasion that knows other days than its
     * filing says is counted again. One line in the journal names the number.
     */
    @Transactional
    public void takeOver(Actor actor, Collection<Told> told) {
        store.insert(told, ids::next);
        Map<UUID, Filing> byOccasion = new HashMap<>();
        told.forEach(each -> byOccasion.put(each.filing().occasion(), each.filing()));
        Map<UUID, Occasion.Papers> changed = new LinkedHashMap<>();
        for (Occasion occasion : occasions.all(byOccasion.keySet()).values()) {
            Occasion.Papers papers = Filings.papers(byOccasion.get(occasion.id()));
            if (!papers.equals(occasion.papers())) {
                changed.put(occasion.id(), papers);
            }
        }
        occasions.put(actor, changed);
        journal.write(actor, "FilingsTakenOver", "district", null, Map.of("filings", told.size()));
    }
}

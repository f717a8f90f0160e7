package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.model.Asked;
import org.jiaogongti.platform.activity.model.Facts;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Words;
import org.jiaogongti.platform.activity.store.HistoryStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Contributions;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.SourcedFacts;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what was held before, thousands of occasions with all that happened to them, and counts them at once. */
@Service
public class History {

    private final HistoryStore store;
    private final DistrictGround grounds;
    private final Contributions contributions;
    private final OccasionBin bin;
    private final Journal journal;
    private final Ids ids;

    History(HistoryStore store, DistrictGround grounds, Contributions contributions,
            OccasionBin bin, Journal journal, Ids ids) {
        this.store = store;
        this.grounds = grounds;
        this.contributions = contributions;
        this.bin = bin;
        this.journal = journal;
        this.ids = ids;
    }

    /** An occasion as it stands, and its steps, oldest first. */
    public record Told(Occasion occasion, List<Step> steps) {

        public Told {
            steps = List.copyOf(steps);
        }
    }

    /** The number of statements does not depend on the number of occasions; one line in the journal names it. */
    @Transactional
    public void takeOver(Actor actor, Collection<Told> told) {
        Ground ground = grounds.now();
        List<HistoryStore.Row> rows = new ArrayList<>();
        Map<UUID, List<Occasion>> joined = new HashMap<>();
        for (Told each : told) {
            Occasion occasion = asking(each.occasion(), ground);
            rows.add(new HistoryStore.Row(occasion, Words.of(occasion.said(), ground), steps(each)));
            UUID into = occasion.joinedInto();
            if (into != null) {
                joined.computeIfAbsent(into, _ -> new ArrayList<>()).add(occasion);
            }
        }
        store.insert(Scope.required().code(), rows);
        List<SourcedFacts> facts = new ArrayList<>();
        for (Told each : told) {
            Occasion occasion = each.occasion();
            List<OccasionPart> parts = occasion.joinedInto() != null
                    ? List.of()
                    : Facts.of(occasion, joined.getOrDefault(occasion.id(), List.of()), ground.kinds()::gate);
            if (!parts.isEmpty()) {
                facts.add(new SourcedFacts(new Source(Recounting.KIND, occasion.id()), parts));
            }
        }
        contributions.count(facts);
        journal.write(actor, "HistoryTakenOver", "district", null, Map.of("occasions", told.size()));
    }

    /** What was withdrawn and is told as that: deleted by somebody on a day, and in the bin since. */
    @Transactional
    public void bin(Actor by, Occasion before, LocalDate on, Instant at) {
        bin.put(by, List.of(bin.thing(before, grounds.now(), false, false)), on, at);
    }

    /** Whom an occasion asks follows from what it says. */
    private static Occasion asking(Occasion told, Ground ground) {
        return new Occasion(told.id(), told.version(), told.said(), told.state(), told.disputed(), told.entry(),
                told.joinedInto(), told.behalf(), Asked.by(told.said(), ground.kinds()), told.papers());
    }

    private List<HistoryStore.NumberedStep> steps(Told told) {
        return told.steps().stream().map(step -> new HistoryStore.NumberedStep(ids.next(), step)).toList();
    }
}

package org.jiaogongti.platform.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.model.Facts;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.Verdict;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.obligation.SourceNote.Answer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Occasions with what proves them, for ledgers. */
@Service
@Transactional(readOnly = true)
public class OccasionLines {

    private final OccasionReadings readings;
    private final DistrictGround grounds;
    private final EvidenceFiles evidence;

    OccasionLines(OccasionReadings readings, DistrictGround grounds, EvidenceFiles evidence) {
        this.readings = readings;
        this.grounds = grounds;
        this.evidence = evidence;
    }

    /** The source kind under which duties know occasions. */
    public static String kind() {
        return Recounting.KIND;
    }

    /** Those that exist, by id: a fixed number of selects. Evidence only where this person may see it. */
    public Map<UUID, OccasionLine> of(Actor actor, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Map<UUID, List<Occasion>> joined = readings.joinedTo(ids).stream()
                .filter(occasion -> occasion.state() != Occasion.State.WITHDRAWN)
                .collect(Collectors.groupingBy(occasion -> java.util.Objects.requireNonNull(occasion.joinedInto())));
        List<UUID> entries = new ArrayList<>(ids);
        joined.values().forEach(others -> others.forEach(other -> entries.add(other.id())));
        Map<UUID, List<Step>> steps = readings.steps(ids);
        Map<UUID, List<EvidenceItem>> files = evidence.of(entries).stream()
                .collect(Collectors.groupingBy(EvidenceItem::holder));
        Map<UUID, OccasionLine> lines = new HashMap<>();
        for (Occasion occasion : readings.all(ids)) {
            Whole whole = new Whole(occasion, joined.getOrDefault(occasion.id(), List.of()), files);
            lines.put(occasion.id(), line(whole, Verdict.of(steps.getOrDefault(occasion.id(), List.of())), rights));
        }
        return lines;
    }

    /** An entry with those joined to it and the files of all. */
    private record Whole(Occasion first, List<Occasion> others, Map<UUID, List<EvidenceItem>> files) {

        Said said() {
            return Facts.merged(first.said(), others.stream().map(Occasion::said).toList());
        }

        Papers papers() {
            return others.stream().map(Occasion::papers).reduce(first.papers(), Papers::or);
        }

        List<EvidenceItem> evidence() {
            List<EvidenceItem> all = new ArrayList<>(files.getOrDefault(first.id(), List.of()));
            others.forEach(other -> all.addAll(files.getOrDefault(other.id(), List.of())));
            return all;
        }
    }

    private static OccasionLine line(Whole whole, Verdict verdict, Rights rights) {
        Ground ground = rights.ground();
        Occasion first = whole.first();
        Said said = whole.said();
        UUID host = said.host();
        UUID leader = said.leader();
        String where = host == null ? "" : ground.nameOf(host);
        String what = said.parts().stream().map(part -> ground.kinds().get(part.kind()).name())
                .collect(Collectors.joining("、"));
        int present = said.participants().values().stream().mapToInt(Integer::intValue).sum();
        Answer answer = OccasionNotes.answer(first, verdict, ground.today());
        List<EvidenceItem> files = whole.evidence();
        return new OccasionLine(first.id(), said.date(), said.site() == null ? where : where + " " + said.site().name(),
                what, said.subject() == null ? "" : said.subject(), said.topic(),
                leader == null ? "" : ground.nameOf(leader), said.people(), present,
                ground.kinds().get(said.mainKind()).gate(), whole.papers(), answer,
                answer == Answer.WAITING ? first.entry().answerBy() : null, files.size(),
                rights.maySeeEvidence(said) ? files : List.of());
    }
}

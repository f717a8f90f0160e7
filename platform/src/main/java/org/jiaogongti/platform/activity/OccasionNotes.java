package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.model.Verdict;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.obligation.SourceDescriber;
import org.jiaogongti.platform.obligation.SourceNote.Answer;
import org.jiaogongti.platform.obligation.SourceNote.Said;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.obligation.WorldLabels;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a duty's page what the occasions behind a number are. */
@Component
class OccasionNotes implements SourceDescriber {

    private final OccasionReadings readings;
    private final EvidenceFiles evidence;
    private final OwnKinds kinds;
    private final BusinessClock clock;

    OccasionNotes(OccasionReadings readings, EvidenceFiles evidence, OwnKinds kinds,
            BusinessClock clock) {
        this.readings = readings;
        this.evidence = evidence;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Recounting.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, SourceNote> describe(Collection<UUID> ids, WorldLabels labels) {
        Map<UUID, SourceNote> notes = new HashMap<>();
        if (ids.isEmpty()) {
            return notes;
        }
        Map<UUID, List<Step>> steps = readings.steps(ids);
        Map<UUID, Integer> files = evidence.counts(ids);
        for (Occasion occasion : readings.all(ids)) {
            List<Step> own = steps.getOrDefault(occasion.id(), List.of());
            notes.put(occasion.id(), note(occasion, own, files.getOrDefault(occasion.id(), 0), labels));
        }
        return notes;
    }

    private SourceNote note(Occasion occasion, List<Step> steps, int files, WorldLabels labels) {
        Occasion.Said said = occasion.said();
        Answer answer = answer(occasion, Verdict.of(steps), clock.today());
        String title = said.topic().isEmpty() ? kindName(said.mainKind()) : said.topic();
        int present = said.participants().values().stream().mapToInt(Integer::intValue).sum();
        return new SourceNote("/activities/" + occasion.id(), title, said.people(), present, files, answer,
                answer == Answer.WAITING ? occasion.entry().answerBy() : null,
                answer == Answer.DISPUTED ? words(steps, labels) : List.of());
    }

    /** Asks the database only for a kind of the bureau's own. */
    private String kindName(String code) {
        return ActivityKinds.shipped().find(code).or(() -> kinds.all().find(code)).map(ActivityKind::name).orElse(code);
    }

    /** What the answers come to, in the words of the duty pages. */
    static Answer answer(Occasion occasion, Verdict verdict, LocalDate today) {
        if (verdict.disputed()) {
            return Answer.DISPUTED;
        }
        if (verdict.settled()) {
            return Answer.SETTLED;
        }
        if (occasion.asked().isEmpty() || occasion.state() != Occasion.State.HELD) {
            return Answer.NOT_ASKED;
        }
        if (verdict.answers().containsValue(Step.What.CAME)) {
            return Answer.CONFIRMED;
        }
        return today.isAfter(occasion.entry().answerBy()) ? Answer.SILENT : Answer.WAITING;
    }

    private static List<Said> words(List<Step> steps, WorldLabels labels) {
        List<Said> words = new ArrayList<>();
        for (Step step : steps) {
            UUID school = step.school();
            boolean spoken = step.what() == Step.What.NOT_SO || step.what() == Step.What.CAME
                    || step.what() == Step.What.REOPENED;
            if (spoken) {
                String who = school == null ? step.actorName() : labels.shortName(school.toString());
                words.add(new Said(who, step.on(), step.words()));
            }
        }
        return words;
    }
}

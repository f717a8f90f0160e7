package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.Head;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A whole charter file against the one in force. It may say anything about the terms to come; what has come out of terms
 * that have ended must come out of it too, to the last record.
 */
@Component
class WholeFile {

    static final String NAME = "charter.yaml";

    private final DistrictCharters charters;
    private final CharterLibrary library;
    private final FactStore facts;
    private final BusinessClock clock;

    WholeFile(DistrictCharters charters, CharterLibrary library, FactStore facts, BusinessClock clock) {
        this.charters = charters;
        this.library = library;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What the file would make of the charter.
     *
     * @param from the first day of what may change
     */
    Judged judged(Head head, Rules known, CharterText text, LocalDate from) {
        if (charters.text(head).equals(text)) {
            return Judged.no("obligation.change.refused.same");
        }
        Charter after;
        try {
            after = library.withOverlays(Charters.of(NAME, text), head.overlays());
        } catch (InvalidCharter invalid) {
            return Judged.no("obligation.change.refused.file", String.valueOf(invalid.getMessage()));
        }
        if (!after.id().equals(known.charter().id())) {
            return Judged.no("obligation.change.refused.other", after.id(), known.charter().id());
        }
        Optional<InstanceKey> moved = movedBefore(known, after, from);
        if (moved.isPresent()) {
            InstanceKey key = moved.get();
            return Judged.no("obligation.change.refused.past", known.dutyName(key.duty()),
                    known.labels().name(key.bearer()), key.period());
        }
        return new Judged(new Amended.Possible(after, touched(known.charter(), after)), text);
    }

    /** The first instance of an ended period that would come out otherwise. */
    private Optional<InstanceKey> movedBefore(Rules known, Charter after, LocalDate from) {
        List<Fact> all = new ArrayList<>();
        facts.between(List.of(), LocalDate.MIN, from.minusDays(1)).values().forEach(all::addAll);
        Map<InstanceKey, Progress> was = ended(known.charter(), known.world(), all, from);
        Map<InstanceKey, Progress> willBe = ended(after, known.world(), all, from);
        Set<InstanceKey> keys = new TreeSet<>(was.keySet());
        keys.addAll(willBe.keySet());
        return keys.stream().filter(key -> !same(was.get(key), willBe.get(key))).findFirst();
    }

    private static boolean same(@Nullable Progress left,
            @Nullable Progress right) {
        return left != null && right != null && left.status() == right.status() && left.target() == right.target()
                && left.counted() == right.counted();
    }

    private Map<InstanceKey, Progress> ended(Charter charter, World world, List<Fact> all, LocalDate from) {
        Counting counting = new Counting(charter, world);
        Map<InstanceKey, Progress> ended = new TreeMap<>();
        Evaluation.of(counting, all, List.of(), clock.today()).progress().stream()
                .filter(each -> counting.period(each.key().period()).map(period -> period.days().last())
                        .orElse(each.instance().lastDay()).isBefore(from))
                .forEach(each -> ended.put(each.key(), each));
        return ended;
    }

    /** The counted duties that are said otherwise, or read otherwise; all of them where the rounds are others. */
    private static Set<String> touched(Charter before, Charter after) {
        Map<String, List<Object>> was = said(before);
        Map<String, List<Object>> willBe = said(after);
        Set<String> touched = new TreeSet<>(was.keySet());
        touched.addAll(willBe.keySet());
        if (before.rounds().equals(after.rounds())) {
            touched.removeIf(duty -> Objects.equals(was.get(duty), willBe.get(duty)));
        }
        return Amendments.withMentors(after, touched);
    }

    private static Map<String, List<Object>> said(Charter charter) {
        Map<String, List<Object>> said = new HashMap<>();
        charter.counted().forEach(duty -> said.put(duty.id(), List.of(duty, charter.decisive(duty.id()))));
        return said;
    }
}

package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Roster.Counterpart;

/**
 * Duties that come with each thing held (每次): its paper has to be in order beforehand. One instance an occasion, owed as
 * long as it is planned or was held; the last possible day is the day of the occasion. A paper counts from its own day on,
 * whether the occasion is still to come or not. What is called off owes nothing, and what is disputed owes nothing until it
 * is settled: whether it was held at all is what the two sides differ about.
 */
final class EachTime {

    private final List<Slot> slots = new ArrayList<>();
    private final Checks checks;
    private final BiFunction<String, Period, Optional<Roster>> rosters;

    EachTime(Checks checks, BiFunction<String, Period, Optional<Roster>> rosters) {
        this.checks = checks;
        this.rosters = rosters;
    }

    void add(List<Slot> ofDuty) {
        slots.addAll(ofDuty);
    }

    /** What an occasion makes due. */
    List<Instance> instances(OccasionPart part) {
        List<Instance> instances = new ArrayList<>();
        if (part.state() == OccasionState.HELD || part.state() == OccasionState.PLANNED) {
            for (Candidate candidate : candidates(part)) {
                Slot slot = candidate.slot();
                instances.add(new Instance(candidate.key(), part.community(), slot.duty().head().modality(),
                        slot.rule().quantity().target(), slot.days().first(), part.date(), Instance.ALWAYS));
            }
        }
        return instances;
    }

    /** The papers of a record that were in order beforehand. */
    void contributions(OccasionPart part, List<Contribution> into) {
        for (Judgement judgement : judge(part)) {
            if (judgement.contribution() != null) {
                into.add(judgement.contribution());
            }
        }
    }

    List<Judgement> judge(OccasionPart part) {
        List<Judgement> judgements = new ArrayList<>();
        candidates(part).forEach(candidate -> judgements.add(judge(candidate, part)));
        return judgements;
    }

    private Judgement judge(Candidate candidate, OccasionPart part) {
        List<Reason> reasons = new ArrayList<>();
        if (part.state() == OccasionState.CANCELLED || part.state() == OccasionState.DISPUTED) {
            reasons.add(new Reason.NotHeld(part.state()));
        }
        reasons.addAll(checks.failures(candidate, part));
        Paper paper = paper(candidate.slot());
        LocalDate on = paper.of(part);
        if (on == null && candidate.slot().rule().conditions().stream().noneMatch(EachTime::saysSo)) {
            reasons.add(paper == Paper.FILING
                    ? new Reason.NotFiledBefore(null, part.date())
                    : new Reason.NotApproved(null, part.date()));
        }
        InstanceKey key = candidate.key();
        Contribution contribution = on == null || !reasons.isEmpty()
                ? null
                : new Contribution(key, part.source(), part.part(), 1, on);
        return new Judgement(key.duty(), key, contribution, reasons, false);
    }

    /** Conditions that name a missing paper by themselves. */
    private static boolean saysSo(Condition condition) {
        return condition instanceof Condition.FiledBefore || condition instanceof Condition.Approved;
    }

    private List<Candidate> candidates(OccasionPart part) {
        if (part.owes().isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Slot slot : slots) {
            if (part.owes().contains(paper(slot)) && slot.days().contains(part.date())) {
                Roster roster = rosters.apply(part.community(), slot.period()).orElse(null);
                if (roster != null) {
                    for (String bearer : Counting.bearers(slot, roster)) {
                        candidates.add(new Candidate(slot, roster, bearer,
                                new Counterpart(part.source(), part.host(), part.subject(), null)));
                    }
                }
            }
        }
        return candidates;
    }

    private static Paper paper(Slot slot) {
        if (slot.rule().measure() instanceof Measure.Papers papers) {
            return papers.paper();
        }
        throw new IllegalStateException(slot.duty().id() + " counts no papers.\nOnly papers come with each occasion.");
    }
}

package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.whatif.WhatIf;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Standing;

/**
 * The same facts and decisions under another number or reading of one duty. The engine evaluates that duty alone, so a
 * page stays quick.
 */
final class Trial {

    private final InForce inForce;
    private final List<Fact> facts;
    private final List<Waiver> waivers;
    private final LocalDate asOf;

    Trial(InForce inForce, List<Fact> facts, List<Waiver> waivers, LocalDate asOf) {
        this.inForce = inForce;
        this.facts = facts;
        this.waivers = waivers;
        this.asOf = asOf;
    }

    /** Every instance of a duty under a charter. */
    List<Progress> progress(Charter charter, String duty) {
        Counting counting = alone(charter, duty);
        List<Instance> instances = new ArrayList<>(counting.instances());
        facts.forEach(fact -> instances.addAll(counting.instancesFrom(fact)));
        return Evaluation.of(counting, facts, WhatIf.carried(waivers, instances), asOf).progress().stream()
                .filter(each -> each.key().duty().equals(duty)).toList();
    }

    private Counting alone(Charter charter, String duty) {
        Set<String> needed = needed(charter, duty);
        return new Counting(new Charter(charter.id(), charter.notice(), charter.rounds(), charter.readings(),
                charter.obligations().stream().filter(each -> needed.contains(each.id())).toList(),
                charter.goals(), charter.overlays()), inForce.world());
    }

    /** Whether another way to read an open point changes what a duty asks for, or of whom, in a period. */
    boolean matters(Reading reading, String alternative, String duty, Period period) {
        Charter now = inForce.charter();
        Charter then = now.reading(reading.name(), alternative);
        return !now.rule(duty, period).equals(then.rule(duty, period))
                || !owed(now, duty, period).equals(owed(then, duty, period));
    }

    private List<Instance> owed(Charter charter, String duty, Period period) {
        return alone(charter, duty).instances().stream()
                .filter(each -> each.key().duty().equals(duty) && each.key().period().equals(period.name())).toList();
    }

    /** A mentor is owed only where the duty that counts the placements does. */
    private static Set<String> needed(Charter charter, String duty) {
        Optional<Obligation> found = charter.obligation(duty);
        return found.isPresent() && found.get() instanceof Obligation.Counted counted
                && counted.base().measure() instanceof Measure.Mentors mentors
                        ? Set.of(duty, mentors.placements())
                        : Set.of(duty);
    }

    /** What an instance comes to under every way of reading the open points of its duty. */
    List<DutyFacts.ReadingResult> readings(Standing standing, Words words) {
        Charter charter = inForce.charter();
        List<DutyFacts.ReadingResult> results = new ArrayList<>();
        Obligation duty = charter.obligation(standing.duty()).orElseThrow();
        for (String name : duty.head().readings()) {
            Reading reading = charter.decisive(standing.duty()).stream().filter(each -> each.name().equals(name))
                    .findFirst().orElse(null);
            if (reading == null) {
                continue;
            }
            for (String alternative : reading.alternatives().keySet()) {
                List<DutyFacts.Outcome> outcomes = progress(charter.reading(name, alternative), standing.duty())
                        .stream().filter(each -> about(standing, each))
                        .sorted(Comparator.comparingInt((Progress each) -> place(standing, each.key())))
                        .map(each -> outcome(standing, each, words)).toList();
                results.add(new DutyFacts.ReadingResult(name, alternative, outcomes));
            }
        }
        return results;
    }

    /** The instances that stand in the place of this one: same bearer, same days or days that meet. */
    private static boolean about(Standing standing, Progress other) {
        Instance mine = standing.instance();
        Instance its = other.instance();
        boolean samePeriod = its.key().period().equals(mine.key().period());
        boolean sameCounterpart = its.key().counterpart().equals(mine.key().counterpart())
                || its.key().counterpart().equals("-") || mine.key().counterpart().equals("-");
        boolean otherCalendar = !samePeriod && its.key().period().length() != mine.key().period().length();
        boolean meet = !its.lastDay().isBefore(mine.firstDay()) && !its.firstDay().isAfter(mine.lastDay());
        return its.key().bearer().equals(mine.key().bearer()) && sameCounterpart
                && (samePeriod || (otherCalendar && meet));
    }

    /** The counterpart's place in the notice's order. */
    private int place(Standing standing, InstanceKey key) {
        String school = key.counterpart().split("/", 2)[0];
        List<String> schools = inForce.world()
                .memberships(standing.instance().community(), standing.instance().lastDay()).stream()
                .map(World.Membership::school).toList();
        return schools.indexOf(school);
    }

    private DutyFacts.Outcome outcome(Standing standing, Progress progress, Words words) {
        String counterpart = inForce.labels().counterpart(progress.key(), null);
        boolean samePeriod = progress.key().period().equals(standing.key().period());
        String who = counterpart.isEmpty() ? inForce.labels().shortName(progress.key().bearer()) : counterpart;
        String label = samePeriod ? who : who + " " + words.period(progress.key().period());
        return new DutyFacts.Outcome(label, progress.counted(), progress.target(),
                progress.status() == Status.WAIVED);
    }
}

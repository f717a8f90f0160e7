package org.jiaogongti.charter.explaining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Effect;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Judgement;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.explaining.Explanation.Item;
import org.jiaogongti.charter.explaining.Explanation.ReadingInForce;
import org.jiaogongti.charter.notice.Clause;
import org.jspecify.annotations.Nullable;

/** Explains instances of one world. */
public final class Explaining {

    private final Counting counting;
    private final Names names;

    public Explaining(Counting counting, Names names) {
        this.counting = counting;
        this.names = names;
    }

    /**
     * Explains one instance; empty where it does not exist on the day.
     *
     * @param facts all facts, or those of its community; parts with the same source are one record
     */
    public Optional<Explanation> explain(InstanceKey key, Collection<? extends Fact> facts, Collection<Waiver> waivers,
            LocalDate asOf) {
        Instance instance = instance(key, facts);
        if (instance == null || !instance.exists(asOf)) {
            return Optional.empty();
        }
        List<Item> counted = new ArrayList<>();
        List<Item> notCounted = new ArrayList<>();
        int sum = 0;
        for (List<Fact> record : Evaluation.records(facts)) {
            for (Item item : items(record, key, asOf)) {
                if (item.contribution() == null) {
                    notCounted.add(item);
                } else {
                    counted.add(item);
                    sum += item.contribution().amount();
                }
            }
        }
        counted.sort(Comparator.comparing(Explaining::day));
        notCounted.sort(Comparator.comparing(Explaining::day));
        Waiver waiver = waivers.stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
        Progress progress = counting.progress(instance, sum, waiver, asOf);
        return Optional.of(explanation(progress, counted, notCounted, waiver, asOf));
    }

    private Explanation explanation(Progress progress, List<Item> counted, List<Item> notCounted,
            @Nullable Waiver waiver, LocalDate asOf) {
        Charter charter = counting.charter();
        InstanceKey key = progress.key();
        Obligation duty = charter.obligation(key.duty()).orElseThrow();
        Period period = counting.period(key.period()).orElseThrow();
        Rule rule = charter.rule(key.duty(), period);
        Clause clause = charter.notice().clause(duty.head().quote().clause()).orElseThrow();
        List<ReadingInForce> readings = new ArrayList<>();
        for (String name : duty.head().readings()) {
            charter.reading(name).ifPresent(
                    reading -> readings.add(new ReadingInForce(reading, reading.on(period.days().last()))));
        }
        if (!rule.equals(charter.rule(key.duty(), period.days().last()))) {
            charter.readings().stream().filter(Explaining::reckonsByDays).forEach(
                    reading -> readings.add(new ReadingInForce(reading, reading.on(period.days().last()))));
        }
        Explanation bare = new Explanation(progress, duty, clause, duty.head().quote().start() - clause.start(), rule,
                readings, counted, notCounted, waiver, counting.suspendedBy(progress.instance()).orElse(null),
                Line.of("", ""));
        Line derivation = new Derivation(names, period, asOf).of(bare);
        return new Explanation(progress, duty, clause, bare.quoteOffset(), rule, readings, counted, notCounted, waiver,
                bare.law(), derivation);
    }

    private static boolean reckonsByDays(Reading reading) {
        return reading.effects().values().stream().flatMap(List::stream).anyMatch(Effect.ProRata.class::isInstance);
    }

    private @Nullable Instance instance(InstanceKey key, Collection<? extends Fact> facts) {
        for (Instance instance : counting.instances()) {
            if (instance.key().equals(key)) {
                return instance;
            }
        }
        for (Fact fact : facts) {
            for (Instance instance : counting.instancesFrom(fact)) {
                if (instance.key().equals(key)) {
                    return instance;
                }
            }
        }
        return null;
    }

    private List<Item> items(List<Fact> record, InstanceKey key, LocalDate asOf) {
        List<Contribution> contributions = counting.contributionsOf(record).stream()
                .filter(contribution -> contribution.key().equals(key)).toList();
        List<Item> items = new ArrayList<>();
        for (Fact fact : record) {
            Judgement judgement = counting.judgeFor(fact, key).orElse(null);
            if (judgement == null) {
                continue;
            }
            Contribution contribution = contributions.stream().filter(each -> each.part().equals(fact.part()))
                    .findFirst().orElse(null);
            if (contribution != null && contribution.countsOn().isAfter(asOf)) {
                items.add(new Item(fact, null, List.of(new Reason.StillToCome(contribution.countsOn()))));
            } else if (contribution != null) {
                items.add(new Item(fact, contribution, List.of()));
            } else if (judgement.counts()) {
                items.add(new Item(fact, null,
                        List.of(new Reason.CountedOnce(contributions.getFirst().part()))));
            } else if (judgement.nearMiss()) {
                items.add(new Item(fact, null, judgement.reasons()));
            }
        }
        return items;
    }

    private static LocalDate day(Item item) {
        return switch (item.fact()) {
            case OccasionPart part -> part.date();
            case Placement placement -> placement.start();
        };
    }
}

package org.jiaogongti.platform.obligation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.model.Delta;
import org.jiaogongti.platform.obligation.model.Line;
import org.jiaogongti.platform.obligation.model.Reckoning;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.model.Sum;
import org.jiaogongti.platform.obligation.store.ContributionStore;
import org.jiaogongti.platform.obligation.store.ContributionStore.Entered;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.obligation.store.LedgerStore.Opened;
import org.jiaogongti.platform.obligation.store.NewInstance;
import org.jiaogongti.platform.obligation.store.ProgressRow;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings contributions and progress in line with what records say now. The number of statements does not depend on the
 * number of records, new or stored.
 */
@Component
class Settlement {

    private final LedgerStore ledger;
    private final FactStore facts;
    private final ContributionStore contributions;
    private final ProgressStore progress;
    private final RulesInForce rulesInForce;
    private final BusinessClock clock;

    Settlement(LedgerStore ledger, FactStore facts, ContributionStore contributions, ProgressStore progress,
            RulesInForce rulesInForce, BusinessClock clock) {
        this.ledger = ledger;
        this.facts = facts;
        this.contributions = contributions;
        this.progress = progress;
        this.rulesInForce = rulesInForce;
        this.clock = clock;
    }

    /** What moved, and by which rules. */
    record Settled(Rules rules, List<ProgressRow> rows, SortedMap<InstanceKey, Sum> delta) {}

    /** Puts records' facts in the place of what they said before. */
    Settled settle(Collection<SourcedFacts> records) {
        Opened opened = open(records.stream().map(SourcedFacts::source).toList());
        facts.put(records, clock.now());
        return reckon(opened, records);
    }

    /** Takes a record out; its facts are kept as withdrawn. */
    Settled withdraw(Source source) {
        Opened opened = open(List.of(source));
        facts.withdraw(source, clock.now());
        return reckon(opened, List.of(new SourcedFacts(source, List.of())));
    }

    /** Facts of records that were taken out before. */
    Map<String, Integer> erase(Collection<Source> sources) {
        return facts.erase(sources);
    }

    /** Judges kept records again, by rules that have changed. */
    Settled again(Map<Source, List<Fact>> kept) {
        Opened opened = open(kept.keySet());
        return reckon(opened,
                kept.entrySet().stream().map(entry -> new SourcedFacts(entry.getKey(), entry.getValue())).toList());
    }

    private Opened open(Collection<Source> sources) {
        return ledger.open(sources).orElseThrow(() -> new NoCharterException(Scope.required()));
    }

    private Settled reckon(Opened opened, Collection<SourcedFacts> records) {
        Rules rules = rulesInForce.of(opened.head());
        List<Source> known = records.stream().map(SourcedFacts::source)
                .filter(source -> opened.revisions().getOrDefault(source, 1) > 1).toList();
        Map<Source, List<Entered>> before = known.isEmpty() ? Map.of() : contributions.standing(known);
        Delta delta = new Delta(opened.head().appliedTo());
        List<Entered> added = new ArrayList<>();
        List<Entered> gone = new ArrayList<>();
        List<NewInstance> derived = new ArrayList<>();
        for (SourcedFacts record : records) {
            Reckoning reckoning = Reckoning.of(rules, record.facts());
            int revision = opened.revisions().getOrDefault(record.source(), 1);
            compare(record.source(), revision, before.getOrDefault(record.source(), List.of()), reckoning.lines(),
                    delta, added, gone);
            reckoning.derived().forEach(
                    instance -> derived
                            .add(new NewInstance(instance, record.source(), about(rules, instance, record))));
        }
        progress.put(derived);
        if (!known.isEmpty()) {
            progress.deleteDerived(known, derived.stream().map(each -> each.instance().key()).toList());
        }
        contributions.append(added, gone, clock.now());
        List<ProgressRow> rows = progress.move(delta.sums());
        requireRows(added, rows);
        return new Settled(rules, rows, delta.sums());
    }

    private static void compare(Source source, int revision, List<Entered> before, List<Line> after, Delta delta,
            List<Entered> added, List<Entered> gone) {
        Set<Line> left = new LinkedHashSet<>(after);
        for (Entered entered : before) {
            delta.subtract(List.of(entered.line()));
            if (!left.remove(entered.line())) {
                gone.add(entered);
            }
        }
        delta.add(after);
        left.forEach(line -> added.add(new Entered(source, revision, line)));
    }

    /** The person who was placed, or what is held and when. */
    private static @Nullable String about(Rules rules, Instance instance, SourcedFacts record) {
        for (Fact fact : record.facts()) {
            if (!instance.key().counterpart().endsWith(fact.source())) {
                continue;
            }
            switch (fact) {
                case Placement placement -> {
                    return placement.person();
                }
                case OccasionPart part -> {
                    if (!part.owes().isEmpty()) {
                        return part.date() + " " + (part.subject() == null ? "" : part.subject())
                                + rules.labels().kind(part.kind());
                    }
                }
            }
        }
        return null;
    }

    /** A contribution without its instance would be lost from sight; the rules and the rows have come apart then. */
    private static void requireRows(List<Entered> added, List<ProgressRow> rows) {
        Set<InstanceKey> found = new LinkedHashSet<>();
        rows.forEach(row -> found.add(row.key()));
        for (Entered entered : added) {
            if (!found.contains(entered.line().key())) {
                throw new IllegalStateException("no progress is kept for " + entered.line().key()
                        + "\nLet the district's instances be made again: Adoption.renew.");
            }
        }
    }

}

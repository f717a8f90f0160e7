package org.jiaogongti.platform.obligation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.RulesInForce.Seen;
import org.jiaogongti.platform.obligation.Settlement.Settled;
import org.jiaogongti.platform.obligation.model.Delta;
import org.jiaogongti.platform.obligation.model.Reckoning;
import org.jiaogongti.platform.obligation.model.Sum;
import org.jiaogongti.platform.obligation.store.ProgressRow;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns records into progress, in the caller's transaction. Whoever calls has checked the right to the record. Several
 * records in one transaction go into one call, so that rows are locked in one order.
 */
@Service
public class Contributions {

    private final Settlement settlement;
    private final RulesInForce rules;
    private final ProgressStore progress;
    private final BusinessClock clock;

    Contributions(Settlement settlement, RulesInForce rules, ProgressStore progress, BusinessClock clock) {
        this.settlement = settlement;
        this.rules = rules;
        this.progress = progress;
        this.clock = clock;
    }

    /** Counts what the record says now instead of what it said before. */
    @Transactional
    public Counted count(Source source, List<? extends Fact> facts) {
        return count(List.of(new SourcedFacts(source, facts)));
    }

    /** The same for several records at once; the effects are theirs together. */
    @Transactional
    public Counted count(Collection<SourcedFacts> records) {
        if (records.isEmpty()) {
            return new Counted(List.of());
        }
        return counted(settlement.settle(records));
    }

    /** Takes a record out. It may be counted again later. */
    @Transactional
    public Counted withdraw(Source source) {
        return counted(settlement.withdraw(source));
    }

    /**
     * The facts of sources that are erased for good, withdrawn before. Their lines in the ledger stay, an amount and its taking
     * back: what was counted on a day is counted from them.
     */
    @Transactional
    public Map<String, Integer> erase(Collection<Source> sources) {
        return settlement.erase(sources);
    }

    /** What facts that are not recorded yet would move; writes nothing. */
    @Transactional(readOnly = true)
    public List<Effect> preview(List<? extends Fact> facts) {
        Delta[] delta = new Delta[1];
        Seen seen = rules.reading(known -> {
            delta[0] = new Delta(clock.today());
            delta[0].add(Reckoning.of(known, facts).lines());
            return progress.of(delta[0].sums().keySet());
        }).orElseThrow(() -> new NoCharterException(Scope.required()));
        List<Effect> effects = new ArrayList<>();
        for (ProgressRow row : seen.read().rows()) {
            effects.add(Standings.effect(seen.rules(), row, delta[0].sums().getOrDefault(row.key(), Sum.ZERO),
                    clock.today()));
        }
        return effects;
    }

    private Counted counted(Settled settled) {
        List<Effect> effects = new ArrayList<>();
        settled.rows().stream().sorted(Comparator.comparing(ProgressRow::key)).forEach(row -> {
            Sum moved = settled.delta().getOrDefault(row.key(), Sum.ZERO);
            effects.add(Standings.effect(settled.rules(), row.with(row.sum().minus(moved)), moved, clock.today()));
        });
        return new Counted(effects);
    }
}

package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.Head;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Told by whoever changes schools, communities or the calendar, in the same transaction and after the change is written. */
@Service
public class WorldChanges {

    private final LedgerStore ledger;
    private final RulesInForce rulesInForce;
    private final Rederivation rederivation;
    private final FactStore facts;
    private final BusinessClock clock;
    private final Ids ids;

    WorldChanges(LedgerStore ledger, RulesInForce rulesInForce, Rederivation rederivation, FactStore facts,
            BusinessClock clock, Ids ids) {
        this.ledger = ledger;
        this.rulesInForce = rulesInForce;
        this.rederivation = rederivation;
        this.facts = facts;
        this.clock = clock;
        this.ids = ids;
    }

    /** Derives again what the change touches. Before a charter is adopted there is nothing to derive. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(WorldChange change) {
        ledger.hold().ifPresent(head -> {
            Head next = new Head(ids.next(), head.charter(), head.overlays(), head.appliedTo());
            ledger.version(next.version());
            Rules rules = rulesInForce.of(next);
            WorldChange byCommunity = byCommunity(change, rules);
            // A school that belongs nowhere owes nothing and is owed nothing.
            if (change.schools().isEmpty() || !byCommunity.communities().isEmpty()) {
                rederivation.changed(rules, byCommunity);
            }
        });
    }

    /** Something is called otherwise: nothing is counted anew, but whoever shows it reads its name again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renamed() {
        ledger.hold().ifPresent(head -> ledger.version(ids.next()));
    }

    private static WorldChange byCommunity(WorldChange change, Rules rules) {
        List<LocalDate> days = new ArrayList<>(List.of(change.first()));
        rules.world().periods().stream().filter(period -> !period.days().last().isBefore(change.first()))
                .forEach(period -> {
                    days.add(period.days().first());
                    days.add(period.days().last());
                });
        return change.byCommunity(rules.world(), days);
    }

    /**
     * What a change would do; writes nothing.
     *
     * @param after the world as it would be, made from the world as it is
     */
    @Transactional(readOnly = true)
    public Foreseen preview(UnaryOperator<World> after, WorldChange change) {
        return rulesInForce.current().map(rules -> {
            Rules next = new Rules(rules.version(), new Counting(rules.charter(), after.apply(rules.world())),
                    rules.labels());
            return rederivation.foreseen(next, byCommunity(change, next), clock.today());
        }).orElseGet(Foreseen::nothing);
    }

    /** How many records lie on any of these days; withdrawn ones are left out. */
    @Transactional(readOnly = true)
    public int recordsOn(List<DateRange> days) {
        return days.isEmpty() ? 0 : facts.recordsOn(days);
    }
}

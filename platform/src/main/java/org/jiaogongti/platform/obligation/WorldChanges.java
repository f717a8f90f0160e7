package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.Head;
import org.jiaogongti.platform.obligation.store.LedgerStore;
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
    private final Ids ids;

    WorldChanges(LedgerStore ledger, RulesInForce rulesInForce, Rederivation rederivation, Ids ids) {
        this.ledger = ledger;
        this.rulesInForce = rulesInForce;
        this.rederivation = rederivation;
        this.ids = ids;
    }

    /** Derives again what the change touches. Before a charter is adopted there is nothing to derive. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(WorldChange change) {
        ledger.hold().ifPresent(head -> {
            Head next = new Head(ids.next(), head.charter(), head.overlays(), head.appliedTo());
            ledger.version(next.version());
            Rules rules = rulesInForce.of(next);
            List<LocalDate> days = new ArrayList<>(List.of(change.first()));
            rules.world().periods().stream().filter(period -> !period.days().last().isBefore(change.first()))
                    .forEach(period -> {
                        days.add(period.days().first());
                        days.add(period.days().last());
                    });
            WorldChange byCommunity = change.byCommunity(rules.world(), days);
            // A school that belongs nowhere owes nothing and is owed nothing.
            if (change.schools().isEmpty() || !byCommunity.communities().isEmpty()) {
                rederivation.changed(rules, byCommunity);
            }
        });
    }
}

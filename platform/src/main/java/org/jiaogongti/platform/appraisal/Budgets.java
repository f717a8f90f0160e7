package org.jiaogongti.platform.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.store.AppraisalStore;
import org.jiaogongti.platform.appraisal.store.SchemeStore;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Absent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 以奖代补总额: set by a document; a later one takes its place and both stay to be read. */
@Service
@Transactional
public class Budgets {

    private static final int LONGEST_DOCUMENT = 120;
    private static final long FEN_TO_A_YUAN = 100;
    private static final BigDecimal MOST_YUAN = new BigDecimal("1000000000000");

    private final SchemeStore store;
    private final AppraisalStore runs;
    private final AppraisalGround around;

    Budgets(SchemeStore store, AppraisalStore runs, AppraisalGround around) {
        this.store = store;
        this.runs = runs;
        this.around = around;
    }

    /** Sets the budget of a year that has a scheme; the amount as it was typed, in yuan. */
    public Change set(Actor actor, String year, String yuan, String document) {
        if (around.years().find(year).isEmpty()) {
            throw new Absent("appraised year", year);
        }
        if (runs.find(year).isPresent()) {
            return new Change.Refused("appraisal.budget.refused.frozen");
        }
        String plain = yuan.replace(",", "").replace("，", "");
        if (!plain.matches("[0-9]{1,13}(\\.[0-9]{1,2})?") || new BigDecimal(plain).compareTo(MOST_YUAN) > 0) {
            return new Change.Refused("appraisal.budget.refused.amount");
        }
        if (document.isEmpty() || document.length() > LONGEST_DOCUMENT) {
            return new Change.Refused("appraisal.budget.refused.document");
        }
        long fen = new BigDecimal(plain).multiply(BigDecimal.valueOf(FEN_TO_A_YUAN)).longValueExact();
        Budget budget = new Budget(around.ids().next(), year, fen, document, around.today(), actor.name());
        store.add(budget, actor, around.clock().now());
        journal(actor, budget);
        return new Change.Done();
    }

    /** A budget as it was set on an earlier day. */
    public void setUp(Actor actor, UUID id, String year, long fen, String document, LocalDate on, String actorName) {
        Budget budget = new Budget(id, year, fen, document, on, actorName);
        store.add(budget, actor, on.atStartOfDay().toInstant(ZoneOffset.UTC));
        journal(actor, budget);
    }

    private void journal(Actor actor, Budget budget) {
        around.journal().write(actor, "BudgetSet", "budget", budget.id(), Map.of("year", budget.year(), "fen",
                String.valueOf(budget.fen()), "document", budget.document()));
    }
}

package org.jiaogongti.platform.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.PersonOccasions;
import org.jiaogongti.platform.credit.model.Defaults;
import org.jiaogongti.platform.credit.model.RulesTyped;
import org.jiaogongti.platform.credit.store.CreditStore;
import org.jiaogongti.platform.journal.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the bureau counts hours and what the province's form looks like: the data files, and what the bureau changed. */
@Service
@Transactional(readOnly = true)
public class CreditRules {

    private final CreditStore store;
    private final PersonOccasions occasions;
    private final Journal journal;

    CreditRules(CreditStore store, PersonOccasions occasions, Journal journal) {
        this.store = store;
        this.occasions = occasions;
        this.journal = journal;
    }

    /** A kind with its rule. */
    public record Line(ActivityKind kind, CreditRule rule) {}

    /** Every kind, in the order of the record form. */
    public List<Line> lines() {
        Map<String, CreditRule> rules = rules();
        List<Line> lines = new ArrayList<>();
        for (ActivityKind kind : occasions.kinds()) {
            CreditRule others = Defaults.of(rules, kind.code());
            lines.add(new Line(kind, new CreditRule(kind.code(), others.category(), others.hours(), others.per())));
        }
        return lines;
    }

    /** By kind; the district's own in the place of the file's. */
    public Map<String, CreditRule> rules() {
        return Defaults.rules(store.rules());
    }

    public List<CreditColumn> columns() {
        List<CreditColumn> own = store.columns();
        return own.isEmpty() ? Defaults.columns() : own;
    }

    public static boolean keeps(Actor actor) {
        return actor.has(Role.BUREAU_ADMIN);
    }

    /** Field of the form to message key; empty where it was kept. */
    @Transactional
    public Map<String, String> change(Actor actor, RulesTyped typed) {
        if (!keeps(actor)) {
            return Map.of("", "credit.refused.role");
        }
        RulesTyped.Read read = typed.read(occasions.kinds().stream().map(ActivityKind::code).toList());
        if (read.problems().isEmpty()) {
            store.put(read.rules(), read.columns());
            journal.write(actor, "CreditRulesChanged", "credit", null,
                    Map.of("kinds", read.rules().size(), "columns", read.columns().size()));
        }
        return read.problems();
    }
}

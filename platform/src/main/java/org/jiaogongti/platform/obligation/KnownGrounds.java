package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.Optional;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.shell.Grounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the pages' figures rest on, from the rules that are known anyway: only a district's first page asks for them. */
@Component
class KnownGrounds implements Grounds.Source {

    private final RulesInForce rules;
    private final TransactionOperations transactions;

    KnownGrounds(RulesInForce rules, TransactionOperations transactions) {
        this.rules = rules;
        this.transactions = transactions;
    }

    @Override
    public Optional<Grounds> inForce(LocalDate day) {
        Optional<Rules> known = rules.known();
        if (known.isEmpty()) {
            known = transactions.execute(_ -> rules.current());
        }
        return known == null ? Optional.empty() : known.map(found -> grounds(found.charter(), day));
    }

    private static Grounds grounds(Charter charter, LocalDate day) {
        return new Grounds(charter.title(), charter.notice().issuedOn(), null, null,
                charter.overlays().stream().filter(law -> !law.from().isAfter(day))
                        .map(law -> new Grounds.LaterRule(law.law(), law.from())).toList());
    }
}

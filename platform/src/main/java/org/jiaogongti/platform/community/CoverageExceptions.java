package org.jiaogongti.platform.community;

import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.CoverageException.End;
import org.jiaogongti.platform.community.store.CoverageStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that a school need not belong to exactly one community. No duty asks for them. */
@Service
@Transactional(readOnly = true)
public class CoverageExceptions {

    private final CoverageStore store;
    private final Schools schools;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    CoverageExceptions(CoverageStore store, Schools schools, Journal journal, BusinessClock clock, Ids ids) {
        this.store = store;
        this.schools = schools;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    public boolean knows(UUID id) {
        return store.find(id).isPresent();
    }

    /** Enters a decision; its id is given here, whatever it carries. */
    @Transactional
    public Change decide(Actor actor, CoverageException typed) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        if (schools.find(typed.school()).isEmpty()) {
            return new Change.Refused("community.refused.unknown");
        }
        if (typed.to() != null && typed.to().isBefore(typed.from())) {
            return new Change.Refused("intake.row.last-before-first");
        }
        CoverageException exception = new CoverageException(ids.next(), typed.school(), typed.allows(), typed.from(),
                typed.to(), typed.reason(), typed.document(), typed.decidedBy(), typed.decidedOn(), null);
        store.insert(exception, actor.accountId(), clock.now());
        journal.write(actor, "CoverageExceptionDecided", "coverage-exception", exception.id(),
                Map.of("school", exception.school().toString(), "allows", exception.allows().name(), "from",
                        exception.from().toString(), "to", String.valueOf(exception.to()), "reason",
                        exception.reason(), "document", exception.document(), "decidedBy", exception.decidedBy()));
        return new Change.Done();
    }

    /** From the business date on it holds no more; what it let pass before stays let pass. */
    @Transactional
    public Change end(Actor actor, UUID id, String reason) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        if (reason.isBlank()) {
            return new Change.Refused("community.exception.missing");
        }
        if (store.find(id).isEmpty()
                || !store.end(id, new End(clock.today(), reason), actor.accountId(), clock.now())) {
            return new Change.Refused("community.refused.unknown");
        }
        journal.write(actor, "CoverageExceptionEnded", "coverage-exception", id, Map.of("reason", reason));
        return new Change.Done();
    }
}

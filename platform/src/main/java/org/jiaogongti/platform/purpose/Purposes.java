package org.jiaogongti.platform.purpose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.purpose.Purpose.Decision;
import org.jiaogongti.platform.purpose.Purpose.Outcome;
import org.jiaogongti.platform.purpose.Purpose.Stop;
import org.jiaogongti.platform.purpose.model.TermRules;
import org.jiaogongti.platform.purpose.store.PurposeStore;
import org.jiaogongti.platform.purpose.store.RetentionStore;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of purposes: one person fills in, another confirms, and only then may data of pupils be used for it. */
@Service
@Transactional(readOnly = true)
public class Purposes {

    static final String KIND = "purpose";

    private final PurposeStore store;
    private final RetentionStore retentions;
    private final Journal journal;
    private final Ids ids;
    private final BusinessClock clock;

    Purposes(PurposeStore store, RetentionStore retentions, Journal journal, Ids ids, BusinessClock clock) {
        this.store = store;
        this.retentions = retentions;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of filling one in or deciding on it. */
    public sealed interface Registered {

        /** Kept. */
        record Done(UUID id) implements Registered {}

        /**
         * A no.
         *
         * @param problems field to message key; the field is empty where it is about the whole
         */
        record Refused(Map<String, String> problems) implements Registered {

            static Refused because(String key) {
                return new Refused(Map.of("", key));
            }
        }
    }

    /** Newest first; schools read what was confirmed, the bureau also what waits and what came to nothing. */
    public List<Purpose> all(Actor actor) {
        return store.all().stream().filter(purpose -> keeps(actor) || purpose.confirmed()).toList();
    }

    public Optional<Purpose> find(Actor actor, UUID id) {
        return store.find(id).filter(purpose -> keeps(actor) || purpose.confirmed());
    }

    /** Whether somebody keeps the register. */
    public static boolean keeps(Actor actor) {
        return actor.has(Role.BUREAU_ADMIN, Role.BUREAU_LEADER);
    }

    /** Keeps a purpose for a second person to confirm. Pressed twice it is kept once. */
    @Transactional
    public Registered propose(Actor actor, Terms terms) {
        if (!keeps(actor)) {
            return Registered.Refused.because("purpose.refused.role");
        }
        Map<String, String> problems = TermRules.problems(terms, clock.today());
        if (!problems.isEmpty()) {
            return new Registered.Refused(problems);
        }
        Optional<Purpose> waiting = store.all().stream().filter(each -> each.decision() == null
                && each.terms().equals(terms) && each.enteredBy().equals(actor.accountId())).findFirst();
        if (waiting.isPresent()) {
            return new Registered.Done(waiting.get().id());
        }
        UUID id = ids.next();
        store.insert(new Purpose(id, terms, actor.accountId(), clock.now(), null, null));
        journal.write(actor, "PurposeProposed", KIND, id, said(terms));
        return new Registered.Done(id);
    }

    /** From now on, and not before its first day, it may be used. */
    @Transactional
    public Registered confirm(Actor actor, UUID id) {
        Purpose purpose = kept(actor, id);
        if (purpose.decision() != null) {
            return Registered.Refused.because("purpose.refused.decided");
        }
        if (actor.actsFor(purpose.enteredBy())) {
            return Registered.Refused.because("purpose.refused.own");
        }
        return decided(actor, purpose, Outcome.CONFIRMED, "", "PurposeConfirmed");
    }

    /** Turned down by a second person, or taken back by who filled it in. */
    @Transactional
    public Registered end(Actor actor, UUID id, String reason) {
        Purpose purpose = kept(actor, id);
        if (purpose.decision() != null) {
            return Registered.Refused.because("purpose.refused.decided");
        }
        if (purpose.enteredBy().equals(actor.accountId())) {
            return decided(actor, purpose, Outcome.WITHDRAWN, reason, "PurposeWithdrawn");
        }
        return reason.isBlank() || actor.actsFor(purpose.enteredBy())
                ? Registered.Refused.because(reason.isBlank() ? "purpose.refused.reason" : "purpose.refused.own")
                : decided(actor, purpose, Outcome.REFUSED, reason, "PurposeRefused");
    }

    private Registered decided(Actor actor, Purpose purpose, Outcome outcome, String reason, String action) {
        Decision decision = new Decision(outcome, reason, actor.accountId(), clock.today());
        if (!store.decide(purpose, decision, clock.now())) {
            return Registered.Refused.because("purpose.refused.decided");
        }
        journal.write(actor, action, KIND, purpose.id(), Map.of("reason", reason));
        return new Registered.Done(purpose.id());
    }

    /**
     * Stops a confirmed purpose: from today on nobody looks at data for it, and what waits for its event begins to count
     * today. Whoever keeps the register does it alone: what protects pupils must not wait for a second person.
     */
    @Transactional
    public Registered stop(Actor actor, UUID id, String reason) {
        Purpose purpose = kept(actor, id);
        if (reason.isBlank()) {
            return Registered.Refused.because("purpose.refused.reason");
        }
        if (!purpose.confirmed() || purpose.state(clock.today()) == Purpose.State.OVER
                || !store.stop(id, new Stop(clock.today(), reason, actor.accountId()), clock.now())) {
            return Registered.Refused.because("purpose.refused.over");
        }
        int begun = retentions.beginAll(id, clock.today(), purpose.terms().keeping().due(clock.today()));
        journal.write(actor, "PurposeStopped", KIND, id, Map.of("reason", reason, "clocksBegun", begun));
        return new Registered.Done(id);
    }

    private Purpose kept(Actor actor, UUID id) {
        return store.find(id).filter(_ -> keeps(actor)).orElseThrow(() -> new Absent(KIND, id));
    }

    private static Map<String, Object> said(Terms terms) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", terms.title());
        said.put("categories", terms.categories().stream().map(Enum::name).sorted().toList());
        said.put("ground", terms.basis().ground().name());
        said.put("roles", terms.roles().stream().map(Enum::name).sorted().toList());
        said.put("days", terms.keeping().days());
        said.put("from", terms.from().toString());
        return said;
    }
}

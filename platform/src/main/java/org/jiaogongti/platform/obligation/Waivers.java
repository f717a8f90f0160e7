package org.jiaogongti.platform.obligation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.RulesInForce.Seen;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.obligation.store.ProgressRow;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.obligation.store.WaiverStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that lift a duty or lower its number (免办、减办). Only the bureau decides. */
@Service
@Transactional(readOnly = true)
public class Waivers {

    private final RulesInForce rules;
    private final LedgerStore ledger;
    private final ProgressStore progress;
    private final WaiverStore store;
    private final Journal journal;
    private final Ids ids;
    private final BusinessClock clock;

    Waivers(RulesInForce rules, LedgerStore ledger, ProgressStore progress, WaiverStore store, Journal journal, Ids ids,
            BusinessClock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.progress = progress;
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** All decisions, newest first. */
    public List<WaiverDecision> all() {
        return store.all();
    }

    public Optional<WaiverDecision> find(UUID id) {
        return store.find(id);
    }

    /** The instances a decision was resolved into. */
    public List<InstanceKey> lines(UUID id) {
        return store.lines(id);
    }

    /** What a decision would do, instance by instance; writes nothing. */
    public List<WaiverLine> preview(WaiverOrder order) {
        return rules.reading(_ -> progress.ofDuties(order.duties(), order.firstDay(), order.lastDay()))
                .map(seen -> resolve(seen, order)).orElseThrow(() -> new NoCharterException(Scope.required()));
    }

    /** Enters a decision and lays it on every instance that it changes. */
    @Transactional
    public Decided decide(Actor actor, WaiverOrder order) {
        if (!mayDecide(actor)) {
            return new Decided.Refused("waiver.refused.role");
        }
        if (order.target() != null && order.target() < 1) {
            return new Decided.Refused("waiver.refused.target");
        }
        if (order.lastDay().isBefore(order.firstDay())) {
            return new Decided.Refused("waiver.refused.days");
        }
        // Held alone, so that no instance comes or goes between what is resolved and what is written.
        ledger.hold();
        List<WaiverLine> lines = preview(order);
        List<InstanceKey> changed = lines.stream().filter(WaiverLine::changes).map(line -> line.before().key())
                .toList();
        if (changed.isEmpty()) {
            return new Decided.Refused("waiver.refused.nothing");
        }
        UUID id = ids.next();
        store.insert(id, order, actor.accountId(), clock.now());
        store.insertLines(id, changed);
        progress.waive(changed, new AppliedWaiver(id, order.decidedOn(), order.target()));
        journal.write(actor, "WaiverDecided", "waiver", id, payload(order, changed.size()));
        return new Decided.Entered(id, lines);
    }

    /** Takes a decision back; the instances stand again as if it had never been made. */
    @Transactional
    public Decided revoke(Actor actor, UUID id, String reason) {
        if (!mayDecide(actor)) {
            return new Decided.Refused("waiver.refused.role");
        }
        if (reason.isBlank()) {
            return new Decided.Refused("waiver.refused.reason");
        }
        ledger.hold();
        if (store.find(id).isEmpty()) {
            return new Decided.Refused("waiver.refused.unknown");
        }
        if (!store.revoke(id, reason, clock.today(), actor.accountId(), clock.now())) {
            return new Decided.Refused("waiver.refused.revoked");
        }
        progress.unwaive(id);
        journal.write(actor, "WaiverRevoked", "waiver", id, Map.of("reason", reason));
        return new Decided.Revoked(id);
    }

    private static boolean mayDecide(Actor actor) {
        return actor.equals(Actor.system()) || actor.has(Role.BUREAU_LEADER, Role.BUREAU_ADMIN);
    }

    private static Map<String, Object> payload(WaiverOrder order, int lines) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("duties", order.duties());
        payload.put("bearers", order.bearerKind() + " " + order.bearers());
        payload.put("days", order.firstDay() + "/" + order.lastDay());
        payload.put("target", order.target() == null ? "wholly" : order.target());
        payload.put("document", order.document());
        payload.put("decidedBy", order.decidedBy());
        payload.put("decidedOn", order.decidedOn().toString());
        payload.put("lines", lines);
        return payload;
    }

    private List<WaiverLine> resolve(Seen seen, WaiverOrder order) {
        Set<String> bearers = new HashSet<>(order.bearers());
        List<WaiverLine> lines = new ArrayList<>();
        for (ProgressRow row : seen.read().rows()) {
            Instance instance = row.instance();
            boolean named = switch (order.bearerKind()) {
                case SCHOOL -> bearers.contains(instance.key().bearer());
                case COMMUNITY -> bearers.contains(instance.community());
                case DISTRICT -> true;
            };
            if (named) {
                lines.add(line(seen, row, order));
            }
        }
        return lines;
    }

    private WaiverLine line(Seen seen, ProgressRow row, WaiverOrder order) {
        Standing before = Standings.of(seen.rules(), row, clock.today());
        if (row.applied() != null) {
            return new WaiverLine(before, before, WaiverLine.LeftOut.DECIDED_ALREADY);
        }
        if (order.target() != null && order.target() >= row.instance().target()) {
            return new WaiverLine(before, before, WaiverLine.LeftOut.NOT_LESS);
        }
        AppliedWaiver applied = new AppliedWaiver(new UUID(0, 0), order.decidedOn(), order.target());
        ProgressRow decided = new ProgressRow(row.instance(), row.sum(), applied, row.derivedFrom(), row.about());
        return new WaiverLine(before, Standings.of(seen.rules(), decided, clock.today()), null);
    }
}

package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.DatedQuantity;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Amendment.Outcome;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.AmendmentStore;
import org.jiaogongti.platform.obligation.store.Head;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a reading, a number or the whole file from a day on: one person fills in, another confirms, and only then it holds. */
@Service
@Transactional(readOnly = true)
public class Amendments {

    private final AmendmentStore store;
    private final LedgerStore ledger;
    private final DistrictCharters charters;
    private final RulesInForce rules;
    private final CharterLibrary library;
    private final WholeFile wholeFile;
    private final Rederivation rederivation;
    private final Journal journal;
    private final Ids ids;
    private final BusinessClock clock;

    Amendments(AmendmentStore store, LedgerStore ledger, DistrictCharters charters, RulesInForce rules,
            CharterLibrary library, WholeFile wholeFile, Rederivation rederivation, Journal journal, Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.ledger = ledger;
        this.charters = charters;
        this.rules = rules;
        this.library = library;
        this.wholeFile = wholeFile;
        this.rederivation = rederivation;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Amendment> all() {
        return store.all();
    }

    public Optional<Amendment> find(UUID id) {
        return store.find(id);
    }

    /** The charter in force as a file, with every confirmed change; read again it is the same charter. */
    public CharterText file() {
        return charters.text(ledger.read().orElseThrow(Amendments::none));
    }

    /** The first day a change may hold from: that of the term under way, or of the next one. Closed terms stay closed. */
    public LocalDate earliest() {
        return earliest(rules.current().orElseThrow(Amendments::none));
    }

    private LocalDate earliest(Rules known) {
        return known.world().periods().stream().filter(period -> period.kind() == PeriodKind.TERM)
                .map(Period::days).filter(days -> !days.last().isBefore(clock.today()))
                .map(days -> days.first()).min(Comparator.naturalOrder()).orElse(clock.today());
    }

    /** What a change would make of the charter; writes nothing. */
    public Amended preview(AmendmentOrder order) {
        Head head = ledger.read().orElseThrow(Amendments::none);
        return judged(head, order).outcome();
    }

    /** Keeps a change for a second person to confirm. Pressed twice it is kept once. */
    @Transactional
    public Amended propose(Actor actor, AmendmentOrder order) {
        if (!mayChange(actor)) {
            return Amended.Refused.because("obligation.change.refused.role");
        }
        ledger.hold();
        Optional<Amendment> waiting = store.all().stream().filter(each -> each.open() && each.order().equals(order)
                && each.proposedBy().equals(actor.accountId())).findFirst();
        if (waiting.isPresent()) {
            return new Amended.Kept(waiting.get().id());
        }
        Amended outcome = preview(order);
        if (!(outcome instanceof Amended.Possible)) {
            return outcome;
        }
        return kept(actor, order);
    }

    /**
     * Keeps a whole file for a second person to confirm; nothing uses it before. Handed over twice it is kept once.
     *
     * @param from the first day of what may come out otherwise
     */
    @Transactional
    public Amended propose(Actor actor, CharterText text, LocalDate from, String document, String decidedBy) {
        if (!mayChange(actor)) {
            return Amended.Refused.because("obligation.change.refused.role");
        }
        Head head = ledger.hold().orElseThrow(Amendments::none);
        Rules known = rules.of(head);
        LocalDate earliest = earliest(known);
        if (from.isBefore(earliest)) {
            return Amended.Refused.because("obligation.change.refused.closed", earliest.toString());
        }
        Optional<Amendment> waiting = waiting(actor, text, from);
        if (waiting.isPresent()) {
            return new Amended.Kept(waiting.get().id());
        }
        Judged judged = wholeFile.judged(head, known, text, from);
        if (!(judged.outcome() instanceof Amended.Possible)) {
            return judged.outcome();
        }
        UUID edition = ids.next();
        store.insertEdition(edition, text, clock.now());
        return kept(actor, new AmendmentOrder(
                new CharterChange.OfFile(known.charter().id(), edition, head.charter()), from, document, decidedBy));
    }

    private Optional<Amendment> waiting(Actor actor, CharterText text, LocalDate from) {
        return store.all().stream()
                .filter(each -> each.open() && each.proposedBy().equals(actor.accountId())
                        && each.order().from().equals(from)
                        && each.order().change() instanceof CharterChange.OfFile file
                        && store.edition(file.edition()).equals(text))
                .findFirst();
    }

    private Amended kept(Actor actor, AmendmentOrder order) {
        UUID id = ids.next();
        store.insert(id, order, actor.accountId(), clock.now());
        journal.write(actor, "CharterChangeProposed", "amendment", id, payload(order));
        return new Amended.Kept(id);
    }

    /** Puts a change into force: the charter gets its line, and the touched instances are counted again. */
    @Transactional
    public Amended confirm(Actor actor, UUID id) {
        // Held alone, so that nothing is counted by the old charter beside.
        Head head = ledger.hold().orElseThrow(Amendments::none);
        Optional<Amendment> found = store.find(id);
        Amended.Refused no = refused(actor, found, true);
        if (no != null) {
            return no;
        }
        Amendment amendment = found.orElseThrow();
        Judged judged = judged(head, amendment.order());
        if (!(judged.outcome() instanceof Amended.Possible possible) || judged.text() == null) {
            return judged.outcome();
        }
        UUID edition = edition(amendment.order().change(), judged.text());
        store.end(amendment, Outcome.CONFIRMED, "", actor.accountId(), clock.now(), edition);
        Head next = new Head(ids.next(), DistrictCharters.named(edition), head.overlays(), head.appliedTo());
        ledger.adopt(ids.next(), next, clock.now(), actor.accountId());
        rederivation.changed(rules.of(next), WorldChange.everywhere(amendment.order().from(), LocalDate.MAX),
                possible.duties());
        journal.write(actor, "CharterChangeConfirmed", "amendment", id, payload(amendment.order()));
        return new Amended.Kept(id);
    }

    private UUID edition(CharterChange change, CharterText text) {
        if (change instanceof CharterChange.OfFile file) {
            return file.edition();
        }
        UUID edition = ids.next();
        store.insertEdition(edition, text, clock.now());
        return edition;
    }

    /** Turned down by a second person, or taken back by who filled it in. */
    @Transactional
    public Amended end(Actor actor, UUID id, String reason) {
        ledger.hold();
        Optional<Amendment> found = store.find(id);
        Amended.Refused no = refused(actor, found, false);
        if (no != null) {
            return no;
        }
        Amendment amendment = found.orElseThrow();
        boolean own = amendment.proposedBy().equals(actor.accountId());
        if (!own && actor.actsFor(amendment.proposedBy())) {
            return Amended.Refused.because("obligation.change.refused.own");
        }
        if (!own && reason.isBlank()) {
            return Amended.Refused.because("obligation.change.refused.reason");
        }
        store.end(amendment, own ? Outcome.WITHDRAWN : Outcome.REFUSED, reason, actor.accountId(), clock.now(), null);
        journal.write(actor, own ? "CharterChangeWithdrawn" : "CharterChangeRefused", "amendment", id,
                Map.of("reason", reason));
        return new Amended.Kept(id);
    }

    private static Amended.@Nullable Refused refused(Actor actor, Optional<Amendment> found, boolean confirming) {
        if (!mayChange(actor)) {
            return Amended.Refused.because("obligation.change.refused.role");
        }
        if (found.isEmpty() || !found.get().open()) {
            return Amended.Refused.because("obligation.change.refused.ended");
        }
        return confirming && actor.actsFor(found.get().proposedBy())
                ? Amended.Refused.because("obligation.change.refused.own")
                : null;
    }

    private static boolean mayChange(Actor actor) {
        return actor.has(Role.BUREAU_ADMIN, Role.CHARTER_EDITOR);
    }

    private Judged judged(Head head, AmendmentOrder order) {
        Rules known = rules.of(head);
        LocalDate earliest = earliest(known);
        if (order.from().isBefore(earliest)) {
            return Judged.no("obligation.change.refused.closed", earliest.toString());
        }
        return switch (order.change()) {
            case CharterChange.OfReading reading -> reading(head, known.charter(), order, reading);
            case CharterChange.OfNumber number -> number(head, known.charter(), order, number);
            case CharterChange.OfFile file when !file.base().equals(head.charter()) ->
                Judged.no("obligation.change.refused.moved");
            case CharterChange.OfFile file ->
                wholeFile.judged(head, known, store.edition(file.edition()), order.from());
        };
    }

    private Judged reading(Head head, Charter now, AmendmentOrder order, CharterChange.OfReading change) {
        Optional<Reading> found = now.reading(change.subject())
                .filter(reading -> reading.alternatives().containsKey(change.alternative()));
        if (found.isEmpty()) {
            return Judged.no("obligation.change.refused.unknown", change.subject());
        }
        Reading reading = found.get();
        if (reading.on(order.from()).alternative().equals(change.alternative())) {
            return Judged.no("obligation.change.refused.same");
        }
        Judged judged = applied(head, charters.text(head).with(change.subject(), new Reading.Choice(
                change.alternative(), order.from(), null, order.decidedBy(), order.document())));
        return judged.outcome() instanceof Amended.Possible possible
                ? new Judged(new Amended.Possible(possible.after(), touched(now, reading)), judged.text())
                : judged;
    }

    private Judged number(Head head, Charter now, AmendmentOrder order, CharterChange.OfNumber change) {
        if (!(now.obligation(change.subject()).orElse(null) instanceof Obligation.Counted duty) || !numbered(duty)) {
            return Judged.no("obligation.change.refused.unknown", change.subject());
        }
        if (now.rule(duty.id(), order.from()).quantity().target() == change.number()) {
            return Judged.no("obligation.change.refused.same");
        }
        LocalDate notices = now.rounds().getFirst().days().first();
        Judged judged = applied(head, charters.text(head).with(duty.id(), new DatedQuantity(order.from(),
                new Quantity.AtLeast(change.number()), order.decidedBy(), order.document()), notices));
        if (!(judged.outcome() instanceof Amended.Possible possible)) {
            return judged;
        }
        if (possible.after().rule(duty.id(), order.from()).quantity().target() != change.number()) {
            return Judged.no("obligation.change.refused.reading");
        }
        return new Judged(new Amended.Possible(possible.after(), withMentors(now, Set.of(duty.id()))), judged.text());
    }

    /** Whether a duty has a number that can be changed; one paper for each occasion cannot be two. */
    public static boolean numbered(Obligation.Counted duty) {
        return duty.counts() && duty.base().quantity() instanceof Quantity.AtLeast
                && duty.head().recurrence() != Recurrence.EACH_TIME;
    }

    /** The charter that a text makes; the reader of charter files says where a change does not fit what is there. */
    private Judged applied(Head head, CharterText text) {
        try {
            return new Judged(new Amended.Possible(
                    library.withOverlays(Charters.of("章程", text), head.overlays()), Set.of()), text);
        } catch (InvalidCharter invalid) {
            return Judged.no("obligation.change.refused.unfit", String.valueOf(invalid.getMessage()));
        }
    }

    /** The counted duties that an open point can change; all of them where it moves phases or rounds. */
    private static Set<String> touched(Charter charter, Reading reading) {
        Set<String> touched = new TreeSet<>();
        for (Obligation.Counted duty : charter.counted()) {
            if (charter.decisive(duty.id()).stream().anyMatch(each -> each.name().equals(reading.name()))) {
                touched.add(duty.id());
            }
        }
        return withMentors(charter, touched);
    }

    /** A mentor is owed where the duty that counts the placements brings one. */
    static Set<String> withMentors(Charter charter, Set<String> duties) {
        Set<String> all = new TreeSet<>(duties);
        charter.counted().stream().filter(duty -> duty.base().measure() instanceof Measure.Mentors mentors
                && duties.contains(mentors.placements())).forEach(duty -> all.add(duty.id()));
        return all;
    }

    static NoCharterException none() {
        return new NoCharterException(Scope.required());
    }

    private static Map<String, Object> payload(AmendmentOrder order) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("subject", order.change().subject());
        payload.put("to", switch (order.change()) {
            case CharterChange.OfReading reading -> reading.alternative();
            case CharterChange.OfNumber number -> number.number();
            case CharterChange.OfFile file -> file.edition().toString();
        });
        payload.put("from", order.from().toString());
        payload.put("document", order.document());
        payload.put("decidedBy", order.decidedBy());
        return payload;
    }
}

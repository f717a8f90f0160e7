package org.jiaogongti.platform.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Turnouts.Gathering;
import org.jiaogongti.platform.attendance.Arrival.State;
import org.jiaogongti.platform.attendance.Arrival.Way;
import org.jiaogongti.platform.attendance.Door.Opened;
import org.jiaogongti.platform.attendance.model.Codes;
import org.jiaogongti.platform.attendance.model.Names;
import org.jiaogongti.platform.attendance.model.Reception;
import org.jiaogongti.platform.attendance.model.Reception.Newcomer;
import org.jiaogongti.platform.attendance.model.Reception.Verdict;
import org.jiaogongti.platform.attendance.model.Ticket;
import org.jiaogongti.platform.attendance.model.Ticket.Kind;
import org.jiaogongti.platform.attendance.store.RollStore.Sealed;
import org.jiaogongti.platform.school.Calendars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The phones' side of 签到. There is no account: a code that was shown in the room opens these methods and nothing else. A phone
 * is known by a random number of its own, of which the hash is kept.
 */
@Service
@Transactional
public class Arrivals {

    /** Within this time whoever signed in takes it back. */
    public static final Duration UNDO = Duration.ofMinutes(10);
    /** So long afterwards a phone may hand in what it kept. */
    public static final int DAYS_AFTER = 7;
    /** A phone that claims to speak of now does. */
    private static final Duration NOW = Duration.ofMinutes(2);
    private static final UUID NOBODY = new UUID(0, 0);

    private final RollGround ground;
    private final Calendars calendars;

    Arrivals(RollGround ground, Calendars calendars) {
        this.ground = ground;
        this.calendars = calendars;
    }

    /** What a code came to: a ticket for this phone, or why not. */
    public sealed interface Let {

        record In(Ticket ticket) implements Let {}

        /** A message key. */
        record Out(String key) implements Let {}
    }

    /** The business day. */
    @Transactional(readOnly = true)
    public LocalDate today() {
        return ground.clock().today();
    }

    private static String bound(LinkSecret phone) {
        return java.util.HexFormat.of().formatHex(phone.hash());
    }

    /** A roll that a ticket opens, by whoever holds it. */
    private record Held(Gathering gathering, Roll roll, Codes codes) {}

    private Optional<Held> held(Ticket ticket, String bound) {
        return ground.rolls().find(ticket.occasion()).flatMap(sealed -> {
            Codes codes = ground.codes(sealed);
            return ticket.holds(codes, bound)
                    ? ground.turnouts().find(ticket.occasion())
                            .map(gathering -> new Held(gathering, sealed.roll(), codes))
                    : Optional.empty();
        });
    }

    private boolean takes(Held held) {
        LocalDate today = ground.clock().today();
        return held.gathering().lives() && held.roll().takes(today) && held.gathering().date().equals(today);
    }

    /** Somebody scanned what the host's screen shows. */
    @Transactional(readOnly = true)
    public Let scan(Ticket code, LinkSecret phone) {
        Optional<Held> held = code.kind() == Kind.CODE ? held(code, "") : Optional.empty();
        if (held.isEmpty()) {
            return new Let.Out("attendance.gone.unknown");
        }
        if (!takes(held.get())) {
            return new Let.Out("attendance.gone.closed");
        }
        Instant now = ground.clock().now();
        return Codes.scannedNow(code.number(), now)
                ? new Let.In(ticket(held.get().codes(), code.occasion(), Kind.SCAN, phone))
                : new Let.Out("attendance.gone.code");
    }

    private Ticket ticket(Codes codes, UUID occasion, Kind kind, LinkSecret phone) {
        return Ticket.make(codes, Scope.required(), occasion, kind, Ticket.minute(ground.clock().now()), null,
                bound(phone));
    }

    /** An occasion that can be gone to. */
    public record Choice(Ticket ticket, String title, String where) {}

    /** Somebody typed the digits of a screen: mostly of one, rarely of two that show the same. */
    @Transactional(readOnly = true)
    public List<Choice> typed(String digits, LinkSecret phone) {
        return open((sealed, codes) -> codes.pinNow(digits, ground.clock().now()).isPresent()
                ? Optional.of(ticket(codes, sealed.roll().occasion(), Kind.PIN, phone))
                : Optional.empty());
    }

    /** Where the one whose phone this is, is expected today. */
    @Transactional(readOnly = true)
    public List<Choice> ofPhone(LinkSecret phone) {
        Optional<UUID> person = ground.rolls().personOf(phone.hash(), ground.clock().today());
        return person.isEmpty() ? List.of() : open((sealed, codes) -> apart(sealed, codes, person.get()));
    }

    private Optional<Ticket> apart(Sealed sealed, Codes codes, UUID person) {
        UUID occasion = sealed.roll().occasion();
        return ground.expected(occasion).stream().anyMatch(each -> each.person().equals(person))
                ? Optional.of(Ticket.make(codes, Scope.required(), occasion, Kind.APART,
                        Ticket.minute(ground.clock().now()), person, ""))
                : Optional.empty();
    }

    /** Whether an open roll is meant. */
    @FunctionalInterface
    private interface Meant {
        Optional<Ticket> by(Sealed sealed, Codes codes);
    }

    private List<Choice> open(Meant meant) {
        LocalDate today = ground.clock().today();
        List<Choice> choices = new ArrayList<>();
        for (Sealed sealed : ground.rolls().open(today)) {
            meant.by(sealed, ground.codes(sealed)).ifPresent(ticket -> ground.turnouts().find(ticket.occasion())
                    .filter(gathering -> gathering.lives() && gathering.date().equals(today)).ifPresent(
                            gathering -> choices.add(new Choice(ticket, gathering.title(), gathering.where()))));
        }
        return choices;
    }

    /** A page to take along into a hall without network, for whoever is expected and signed in to their account. */
    @Transactional(readOnly = true)
    public Optional<Ticket> along(Actor actor, UUID occasion) {
        UUID person = actor.personId();
        return person == null
                ? Optional.empty()
                : ground.turnouts().find(actor, occasion).flatMap(found -> ground.rolls().find(occasion))
                        .filter(sealed -> sealed.roll().takes(ground.clock().today()))
                        .flatMap(sealed -> apart(sealed, ground.codes(sealed), person));
    }

    /** What somebody looks for on the page of a ticket. */
    public record Look(@Nullable UUID school, String typed, boolean other, @Nullable UUID account) {}

    /** The page that a ticket opens, or why it does not. */
    @Transactional(readOnly = true)
    public Door open(Ticket ticket, @Nullable LinkSecret phone, Look look) {
        boolean apart = ticket.kind() == Kind.APART;
        Optional<Held> found = ticket.kind() == Kind.CODE || (phone == null && !apart)
                ? Optional.empty()
                : held(ticket, apart || phone == null ? "" : bound(phone));
        if (found.isEmpty()) {
            return new Door.Shut("attendance.gone.unknown");
        }
        Held held = found.get();
        UUID occasion = ticket.occasion();
        List<Arrival> mine = mine(ticket, phone);
        boolean late = apart && !ground.clock().today().isAfter(held.roll().onDay().plusDays(DAYS_AFTER));
        if (mine.isEmpty() && !late && !takes(held)) {
            return new Door.Shut("attendance.gone.closed");
        }
        if (mine.isEmpty() && !apart && !ticket.inTime(ground.clock().now())) {
            return new Door.Shut("attendance.gone.code");
        }
        List<Expected> expected = ground.expected(occasion);
        Set<UUID> signed = ground.arrivals().standing(occasion).stream().map(Arrival::person)
                .filter(person -> person != null).collect(Collectors.toSet());
        return new Opened(ticket, held.gathering(), expected, look, Names.find(expected, look.school(), look.typed()),
                mine, known(ticket, phone, look, expected), signed, takes(held), ground.clock().now());
    }

    private List<Arrival> mine(Ticket ticket, @Nullable LinkSecret phone) {
        UUID person = ticket.person();
        if (person != null) {
            return ground.arrivals().ofPerson(ticket.occasion(), person).stream().toList();
        }
        return phone == null ? List.of() : ground.arrivals().ofPhone(ticket.occasion(), phone.hash());
    }

    /** Who it is, where that need not be asked. */
    private @Nullable Expected known(Ticket ticket, @Nullable LinkSecret phone, Look look, List<Expected> expected) {
        UUID whose = ticket.person() != null ? ticket.person() : look.account();
        if (whose == null && phone != null) {
            whose = ground.rolls().personOf(phone.hash(), ground.clock().today()).orElse(null);
        }
        UUID wanted = whose;
        return expected.stream().filter(each -> each.person().equals(wanted)).findFirst().orElse(null);
    }

    /**
     * Somebody who says who they are.
     *
     * @param person one of those expected, or null for a name that was typed
     * @param remember whether the phone shall know them until the term ends
     * @param account the person whose account is signed in, or null
     */
    public record Coming(UUID id, @Nullable UUID person, String name, @Nullable UUID school, String schoolName,
            boolean remember, @Nullable UUID account) {}

    /** What became of it. */
    public sealed interface Arrived {

        /** @param remembered until when the phone knows them, or null */
        record Here(Arrival arrival, @Nullable LocalDate remembered) implements Arrived {}

        /** A message key; the form is shown again. */
        record Refused(String key) implements Arrived {}

        /** The ticket opens nothing, by a message key. */
        record Out(String key) implements Arrived {}
    }

    /** One sign-in; sent again, it is the same. */
    public Arrived arrive(Ticket ticket, LinkSecret phone, Coming coming) {
        boolean shown = ticket.kind() == Kind.SCAN || ticket.kind() == Kind.PIN;
        Optional<Held> held = shown ? held(ticket, bound(phone)) : Optional.empty();
        if (held.isEmpty()) {
            return new Arrived.Out("attendance.gone.unknown");
        }
        UUID occasion = ticket.occasion();
        Roll roll = ground.rolls().lock(occasion).map(Sealed::roll).orElseThrow();
        if (!takes(new Held(held.get().gathering(), roll, held.get().codes()))) {
            return new Arrived.Out("attendance.gone.closed");
        }
        Instant now = ground.clock().now();
        if (!ticket.inTime(now)) {
            return new Arrived.Out("attendance.gone.code");
        }
        List<Expected> expected = ground.expected(occasion);
        Optional<Expected> who = who(coming, expected);
        String name = who.map(Expected::name).orElse(coming.name());
        UUID school = who.isPresent() ? who.get().school() : coming.school();
        String schoolName = who.map(Expected::schoolName).orElseGet(() -> schoolName(coming, expected));
        if (who.isEmpty() && (coming.person() != null || name.isEmpty() || schoolName.isEmpty()
                || name.length() > Rolls.LONGEST_NAME || schoolName.length() > Rolls.LONGEST_NAME)) {
            return new Arrived.Refused("attendance.refused.name");
        }
        UUID person = who.map(Expected::person).orElse(null);
        Newcomer newcomer = new Newcomer(coming.id(), person, name, schoolName, true,
                who.map(Expected::queued).orElse(false));
        Verdict verdict = Reception.judge(newcomer, ground.arrivals().near(occasion, coming.id(), person, name),
                ground.arrivals().ofPhone(occasion, phone.hash()));
        Way way = way(ticket, phone, coming, person);
        Arrival arrival = new Arrival(coming.id(), person, name, school, schoolName, way, State.SIGNED, null, now, now,
                "", "");
        return written(occasion, arrival, verdict, phone)
                .<Arrived>map(each -> new Arrived.Here(each, remembered(coming, each, phone)))
                .orElseGet(() -> new Arrived.Out("attendance.gone.unknown"));
    }

    private static Optional<Expected> who(Coming coming, List<Expected> expected) {
        UUID person = coming.person();
        return expected.stream().filter(each -> person != null
                ? each.person().equals(person)
                : each.name().equals(coming.name())
                        && ((each.school() != null && each.school().equals(coming.school()))
                                || each.schoolName().equals(coming.schoolName())))
                .findFirst();
    }

    private static String schoolName(Coming coming, List<Expected> expected) {
        UUID school = coming.school();
        return school == null
                ? coming.schoolName()
                : expected.stream().filter(each -> school.equals(each.school())).map(Expected::schoolName).findFirst()
                        .orElse("");
    }

    private Way way(Ticket ticket, LinkSecret phone, Coming coming, @Nullable UUID person) {
        if (person != null && person.equals(coming.account())) {
            return Way.ACCOUNT;
        }
        Optional<UUID> known = ground.rolls().personOf(phone.hash(), ground.clock().today());
        if (person != null && known.filter(person::equals).isPresent()) {
            return Way.PHONE;
        }
        return ticket.kind() == Kind.SCAN ? Way.SCAN : Way.PIN;
    }

    /** The arrival as it stands then; empty where its id belongs to another occasion. */
    private Optional<Arrival> written(UUID occasion, Arrival arrival, Verdict verdict, @Nullable LinkSecret phone) {
        if (verdict instanceof Verdict.Already already) {
            return Optional.of(already.arrival());
        }
        Arrival standing = verdict instanceof Verdict.Waits waits
                ? new Arrival(arrival.id(), arrival.person(), arrival.name(), arrival.school(), arrival.schoolName(),
                        arrival.way(), State.WAITING, waits.why(), arrival.at(), arrival.arrivedAt(), "", "")
                : arrival;
        if (!ground.arrivals().insert(occasion, standing, phone == null ? null : phone.hash(), null)) {
            return Optional.empty();
        }
        ground.journal().write(actor(standing), "ArrivalSigned", "arrival", standing.id(),
                Map.of("occasion", occasion.toString(), "way", standing.way().name(), "state",
                        standing.state().name()));
        return Optional.of(standing);
    }

    /** In whose name the journal is written: an account they need not have. */
    private static Actor actor(Arrival arrival) {
        UUID person = arrival.person();
        return new Actor(person == null ? NOBODY : person, person, arrival.name(), Set.of());
    }

    private @Nullable LocalDate remembered(Coming coming, Arrival arrival, LinkSecret phone) {
        UUID person = arrival.person();
        if (!coming.remember() || person == null || arrival.state() != State.SIGNED
                || !person.equals(coming.person())) {
            return null;
        }
        LocalDate today = ground.clock().today();
        LocalDate last = calendars.current().termAt(today).map(term -> term.days().last())
                .filter(end -> !end.isBefore(today)).orElse(today);
        ground.rolls().remember(phone.hash(), person, last);
        return last;
    }

    /** Takes it back, on the phone that sent it. */
    public boolean undo(Ticket ticket, LinkSecret phone, UUID id) {
        if (held(ticket, bound(phone)).isEmpty()) {
            return false;
        }
        ground.rolls().lock(ticket.occasion());
        Optional<Arrival> own = ground.arrivals().ofPhone(ticket.occasion(), phone.hash()).stream()
                .filter(each -> each.id().equals(id) && each.stands() && undoable(each, ground.clock().now()))
                .findFirst();
        if (own.isEmpty()) {
            return false;
        }
        ground.arrivals().move(id, own.get().state(), State.TAKEN_BACK, null, "", "");
        ground.journal().write(actor(own.get()), "ArrivalUndone", "arrival", id,
                Map.of("occasion", ticket.occasion().toString()));
        return true;
    }

    /** Whether its own phone may still take it back. */
    public static boolean undoable(Arrival arrival, Instant now) {
        return arrival.by().isEmpty() && !now.isAfter(arrival.arrivedAt().plus(UNDO));
    }

    /** The phone knows nobody any more. */
    public void forget(LinkSecret phone) {
        ground.rolls().forget(phone.hash());
    }

    /**
     * What a phone kept where there was no network, or sends of now from the same page.
     *
     * @param at what its clock said; null for now
     * @param sequence in what order it was done on the phone
     */
    public record Kept(UUID id, Ticket ticket, String digits, @Nullable Instant at,
            long sequence) implements Reception.Kept {}

    /** All that a phone kept, in its order, each once. The answer is that to the last of them. */
    public Arrived later(List<Kept> kept) {
        Arrived last = new Arrived.Out("attendance.gone.unknown");
        for (Kept each : Reception.inOrder(kept)) {
            last = later(each);
        }
        return last;
    }

    private Arrived later(Kept kept) {
        UUID person = kept.ticket().person();
        Optional<Held> held = kept.ticket().kind() == Kind.APART ? held(kept.ticket(), "") : Optional.empty();
        if (held.isEmpty() || person == null) {
            return new Arrived.Out("attendance.gone.unknown");
        }
        UUID occasion = kept.ticket().occasion();
        Roll roll = ground.rolls().lock(occasion).map(Sealed::roll).orElseThrow();
        Optional<Expected> who = ground.expected(occasion).stream().filter(each -> each.person().equals(person))
                .findFirst();
        if (who.isEmpty() || !held.get().gathering().lives()
                || ground.clock().today().isAfter(roll.onDay().plusDays(DAYS_AFTER))) {
            return new Arrived.Out("attendance.gone.closed");
        }
        Instant now = ground.clock().now();
        Instant claimed = kept.at() == null ? now : kept.at();
        boolean ofNow = Duration.between(claimed, now).abs().compareTo(NOW) <= 0;
        OptionalLong step = ofNow && takes(held.get())
                ? held.get().codes().pinNow(kept.digits(), now)
                : then(held.get().codes(), kept.digits(), claimed, roll, now);
        Newcomer newcomer = new Newcomer(kept.id(), person, who.get().name(), who.get().schoolName(),
                step.isPresent(), who.get().queued());
        Verdict verdict = Reception.judge(newcomer,
                ground.arrivals().near(occasion, kept.id(), person, who.get().name()), List.of());
        if (ofNow && step.isEmpty() && !(verdict instanceof Verdict.Already)) {
            return new Arrived.Refused("attendance.refused.pin");
        }
        Arrival arrival = new Arrival(kept.id(), person, who.get().name(), who.get().school(), who.get().schoolName(),
                ofNow ? Way.PIN : Way.LATER, State.SIGNED, null, step.isPresent()
                        ? within(claimed, step.getAsLong(), now)
                        : now,
                now, "", "");
        Optional<Arrival> written = written(occasion, arrival, verdict, null);
        Roll.Closed closed = roll.closed();
        if (closed != null && verdict instanceof Verdict.Signed) {
            ground.count(new Actor(closed.by(), null, closed.name(), Set.of()), occasion);
        }
        return written.<Arrived>map(each -> new Arrived.Here(each, null))
                .orElseGet(() -> new Arrived.Out("attendance.gone.unknown"));
    }

    private static OptionalLong then(Codes codes, String digits, Instant claimed, Roll roll, Instant now) {
        Roll.Closed closed = roll.closed();
        Instant last = closed == null || closed.at().isAfter(now) ? now : closed.at();
        return codes.pinThen(digits, claimed, roll.openedAt(), last);
    }

    /** The phone's time where it lies in the time of the code, else the nearest time of the code. */
    private static Instant within(Instant claimed, long step, Instant now) {
        Instant first = Codes.pinStart(step);
        Instant last = Codes.pinStart(step + 1).minusSeconds(1);
        Instant there = claimed.isBefore(first) ? first : claimed.isAfter(last) ? last : claimed;
        return there.isAfter(now) ? now : there;
    }
}

package org.jiaogongti.platform.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Turnouts.Gathering;
import org.jiaogongti.platform.activity.Turnouts.May;
import org.jiaogongti.platform.attendance.Arrival.State;
import org.jiaogongti.platform.attendance.Arrival.Way;
import org.jiaogongti.platform.attendance.model.Codes;
import org.jiaogongti.platform.attendance.model.Ticket;
import org.jiaogongti.platform.attendance.model.Times;
import org.jiaogongti.platform.attendance.store.RollStore.Sealed;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The host's side of 签到: open and close it, show its codes, sign others in, look at what the phones could not decide. */
@Service
@Transactional
public class Rolls {

    /** So long afterwards a sheet of paper may still be entered. */
    public static final int DAYS_AFTER = 30;
    public static final int LONGEST_NOTE = 100;
    public static final int LONGEST_NAME = 40;

    private static final String KIND = "roll";
    /** A screen without network goes on for a school day. */
    private static final Duration AHEAD = Duration.ofHours(8);

    private final RollGround ground;

    Rolls(RollGround ground) {
        this.ground = ground;
    }

    /** For whoever may see who came; nothing for others. */
    @Transactional(readOnly = true)
    public Optional<RollSheet> sheet(Actor actor, UUID occasion) {
        return ground.turnouts().find(actor, occasion).filter(found -> found.may() != May.READ).map(this::sheet);
    }

    private RollSheet sheet(Gathering gathering) {
        Roll roll = ground.rolls().find(gathering.id()).map(Sealed::roll).orElse(null);
        return RollSheet.of(gathering, roll, ground.expected(gathering.id()),
                roll == null ? List.of() : ground.arrivals().standing(gathering.id()), ground.clock().today());
    }

    /**
     * What the host's screen shows.
     *
     * @param ticket what is scanned
     * @param pinUntil when the digits change
     * @param ahead the digits from now on, for a screen without network
     */
    public record Shown(Ticket ticket, String pin, Instant now, Instant pinUntil, List<Pin> ahead) {

        public Shown {
            ahead = List.copyOf(ahead);
        }

        public long secondsLeft() {
            return Duration.between(now, pinUntil).toSeconds();
        }
    }

    /** Six digits and from when they are good. */
    public record Pin(Instant from, String digits) {}

    /** Only for the host, and only while phones may sign in. */
    @Transactional(readOnly = true)
    public Optional<Shown> shown(Actor actor, UUID occasion) {
        Instant now = ground.clock().now();
        return ground.turnouts().find(actor, occasion).filter(found -> found.may() == May.HOST && found.lives())
                .flatMap(found -> ground.rolls().find(occasion))
                .filter(sealed -> sealed.roll().takes(ground.clock().today())).map(sealed -> {
                    Codes codes = ground.codes(sealed);
                    long here = Codes.pinStep(now);
                    List<Pin> ahead = new ArrayList<>();
                    for (long step = here; step <= Codes.pinStep(now.plus(AHEAD)); step++) {
                        ahead.add(new Pin(Codes.pinStart(step), codes.pin(step)));
                    }
                    return new Shown(
                            Ticket.make(codes, Scope.required(), occasion, Ticket.Kind.CODE, Codes.scanStep(now), null,
                                    ""),
                            codes.pin(here), now, Codes.pinStart(here + 1), ahead);
                });
    }

    private Gathering hosted(Actor actor, UUID occasion) {
        return ground.turnouts().find(actor, occasion).filter(found -> found.may() == May.HOST)
                .orElseThrow(() -> new Absent(KIND, occasion));
    }

    /** Opens it, or opens it again. */
    public RollChange open(Actor actor, UUID occasion) {
        Gathering gathering = hosted(actor, occasion);
        var today = ground.clock().today();
        if (!gathering.lives()) {
            return new RollChange.Refused("attendance.refused.gone");
        }
        if (gathering.date().isAfter(today)) {
            return new RollChange.Refused("attendance.refused.early");
        }
        if (gathering.date().plusDays(DAYS_AFTER).isBefore(today)) {
            return new RollChange.Refused("attendance.refused.old");
        }
        ground.rolls().forgetOver(today);
        ground.rolls().open(occasion, gathering.date(), ground.newSecret(occasion), ground.clock().now(),
                actor.accountId(), actor.name());
        ground.journal().write(actor, "RollOpened", KIND, occasion, Map.of("day", gathering.date().toString()));
        return new RollChange.Done(0);
    }

    /**
     * Closes it; from then on the occasion's numbers are what was signed here.
     *
     * @param began from when it really was, as typed; with {@code ended} empty where nobody says so
     */
    public RollChange close(Actor actor, UUID occasion, String began, String ended) {
        hosted(actor, occasion);
        Optional<HeldTime> held = Times.read(began, ended);
        if (held.isEmpty() && !(began.isBlank() && ended.isBlank())) {
            return new RollChange.Refused("attendance.refused.time");
        }
        Optional<Roll> roll = ground.rolls().lock(occasion).map(Sealed::roll).filter(Roll::isOpen);
        if (roll.isEmpty()) {
            return new RollChange.Refused("attendance.refused.closed");
        }
        ground.rolls().held(occasion, held.orElse(null));
        return ground.close(actor, occasion);
    }

    /** What the host does to a roll that is there. */
    @FunctionalInterface
    private interface Deed {
        RollChange on(Gathering gathering, Roll roll);
    }

    private RollChange change(Actor actor, UUID occasion, Deed deed) {
        Gathering gathering = hosted(actor, occasion);
        Optional<Roll> roll = ground.rolls().lock(occasion).map(Sealed::roll);
        if (roll.isEmpty()) {
            return new RollChange.Refused("attendance.refused.unopened");
        }
        RollChange change = deed.on(gathering, roll.get());
        if (change instanceof RollChange.Done && !roll.get().isOpen()) {
            ground.count(actor, occasion);
        }
        return change;
    }

    /** Signs people in who are expected: from paper, or because they have no phone. Who has signed in already stays so. */
    public RollChange tick(Actor actor, UUID occasion, Collection<UUID> people, Way way, String note) {
        return change(actor, occasion, (_, roll) -> {
            if (note.length() > LONGEST_NOTE) {
                return new RollChange.Refused("attendance.refused.note");
            }
            List<Expected> ticked = ground.expected(occasion).stream().filter(each -> people.contains(each.person()))
                    .toList();
            if (ticked.size() < people.stream().distinct().count()) {
                throw new Absent("invitee", people);
            }
            int signed = 0;
            for (Expected each : ticked) {
                signed += tick(actor, roll, each, way, note) ? 1 : 0;
            }
            if (signed > 0) {
                ground.journal().write(actor, "ArrivalsTicked", KIND, occasion,
                        Map.of("people", ticked.stream().map(each -> each.person().toString()).sorted().toList(), "way",
                                way.name()));
            }
            return new RollChange.Done(signed);
        });
    }

    private boolean tick(Actor actor, Roll roll, Expected each, Way way, String note) {
        Optional<Arrival> there = ground.arrivals().ofPerson(roll.occasion(), each.person());
        if (there.isPresent()) {
            return there.get().state() == State.WAITING && ground.arrivals().move(there.get().id(), State.WAITING,
                    State.SIGNED, actor.accountId(), actor.name(), note);
        }
        Instant now = ground.clock().now();
        return ground.arrivals().insert(roll.occasion(), new Arrival(ground.ids().next(), each.person(), each.name(),
                each.school(), each.schoolName(), way, State.SIGNED, null, now, now, note, actor.name()), null,
                actor.accountId());
    }

    /**
     * Signs somebody in who was not expected.
     *
     * @param school one of those expected, or null for another one
     */
    public RollChange add(Actor actor, UUID occasion, @Nullable UUID school, String schoolName, String name,
            String note) {
        return change(actor, occasion, (_, _) -> {
            List<Expected> expected = ground.expected(occasion);
            Optional<Expected> known = expected.stream()
                    .filter(each -> school != null && school.equals(each.school())).findFirst();
            if (school != null && known.isEmpty()) {
                throw new Absent("school", school);
            }
            String at = known.map(Expected::schoolName).orElse(schoolName);
            if (name.isEmpty() || at.isEmpty()) {
                return new RollChange.Refused("attendance.refused.name");
            }
            if (name.length() > LONGEST_NAME || at.length() > LONGEST_NAME || note.length() > LONGEST_NOTE) {
                return new RollChange.Refused("attendance.refused.note");
            }
            if (expected.stream().anyMatch(each -> each.name().equals(name) && each.schoolName().equals(at))
                    || ground.arrivals().near(occasion, ground.ids().next(), null, name).stream()
                            .anyMatch(each -> each.schoolName().equals(at))) {
                return new RollChange.Refused("attendance.refused.listed");
            }
            Instant now = ground.clock().now();
            Arrival arrival = new Arrival(ground.ids().next(), null, name, school, at, Way.HOST, State.SIGNED, null,
                    now, now, note, actor.name());
            ground.arrivals().insert(occasion, arrival, null, actor.accountId());
            ground.journal().write(actor, "ArrivalAdded", "arrival", arrival.id(),
                    Map.of("occasion", occasion.toString()));
            return new RollChange.Done(1);
        });
    }

    /** Decides what waits: they are there, or they are not. */
    public RollChange decide(Actor actor, UUID occasion, UUID arrival, boolean there) {
        return change(actor, occasion, (_, _) -> {
            Arrival waiting = ground.arrivals().find(occasion, arrival)
                    .orElseThrow(() -> new Absent("arrival", arrival));
            State to = there ? State.SIGNED : State.REFUSED;
            if (waiting.state() == to) {
                return new RollChange.Done(0);
            }
            if (!ground.arrivals().move(arrival, State.WAITING, to, actor.accountId(), actor.name(), "")) {
                return new RollChange.Refused("attendance.refused.decided");
            }
            ground.journal().write(actor, "ArrivalDecided", "arrival", arrival,
                    Map.of("occasion", occasion.toString(), "there", there));
            return new RollChange.Done(1);
        });
    }

    /** Takes somebody out who is not there after all. */
    public RollChange takeOut(Actor actor, UUID occasion, UUID arrival, String reason) {
        return change(actor, occasion, (_, _) -> {
            Arrival signed = ground.arrivals().find(occasion, arrival)
                    .orElseThrow(() -> new Absent("arrival", arrival));
            if (reason.length() > LONGEST_NOTE) {
                return new RollChange.Refused("attendance.refused.note");
            }
            if (!ground.arrivals().move(arrival, State.SIGNED, State.TAKEN_BACK, actor.accountId(), actor.name(),
                    reason)) {
                return signed.stands()
                        ? new RollChange.Refused("attendance.refused.decided")
                        : new RollChange.Done(0);
            }
            ground.journal().write(actor, "ArrivalTakenOut", "arrival", arrival,
                    Map.of("occasion", occasion.toString(), "reason", reason));
            return new RollChange.Done(1);
        });
    }
}

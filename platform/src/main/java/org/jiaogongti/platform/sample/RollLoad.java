package org.jiaogongti.platform.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Invitee;
import org.jiaogongti.platform.activity.OccasionLives;
import org.jiaogongti.platform.activity.OccasionLives.By;
import org.jiaogongti.platform.activity.OccasionLives.Came;
import org.jiaogongti.platform.activity.OccasionLives.Life;
import org.jiaogongti.platform.attendance.Arrival;
import org.jiaogongti.platform.attendance.Arrival.State;
import org.jiaogongti.platform.attendance.Arrival.Way;
import org.jiaogongti.platform.attendance.Arrival.Why;
import org.jiaogongti.platform.attendance.Expected;
import org.jiaogongti.platform.attendance.HeldTime;
import org.jiaogongti.platform.attendance.Roll;
import org.jiaogongti.platform.attendance.RollHistory;
import org.jiaogongti.platform.attendance.RollHistory.Told;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jiaogongti.platform.sample.SampleWorld.PostKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 签到 of some occasions: today's is open, with most people signed in and three for the host to look at; an earlier one is closed,
 * some on paper and one signed in by the host, a researcher of no school among them; one was opened and nobody came to it.
 */
@Component
final class RollLoad {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final List<Way> WAYS = List.of(Way.PHONE, Way.SCAN, Way.SCAN, Way.ACCOUNT, Way.SCAN, Way.PIN,
            Way.LATER);

    private final RollHistory history;
    private final OccasionLives lives;

    RollLoad(RollHistory history, OccasionLives lives) {
        this.history = history;
        this.lives = lives;
    }

    void load(SampleWorld world, SampleKeys keys) {
        List<SampleOccasion> known = world.occasions().stream()
                .filter(each -> each.ended() == null && !each.date().isAfter(world.date()))
                .sorted(Comparator.comparing(SampleOccasion::date).reversed()
                        .thenComparing(each -> !each.leader().equals("示例教师01") || each.recordedByHost())
                        .thenComparing(SampleOccasion::id))
                .toList();
        List<SampleOccasion> held = known.stream().filter(each -> each.recorded() != null).toList();
        List<Told> told = new ArrayList<>();
        known.stream().filter(each -> each.date().equals(world.date()) && !each.participants().isEmpty()).findFirst()
                .ifPresent(each -> told.add(today(invite(each, world, keys), keys)));
        held.stream().filter(each -> each.date().isBefore(world.date()) && each.leader().equals("示例教师01")
                && each.state() == OccasionState.HELD && each.joined() == null && each.participants().size() > 1)
                .findFirst()
                .ifPresent(each -> told.add(closed(invite(each, world, keys, researcher(each, world)), keys)));
        held.stream().filter(each -> each.date().isBefore(world.date()) && each.state() == OccasionState.HELD
                && each.joined() == null && !each.leader().equals("示例教师01")).findFirst()
                .ifPresent(each -> told
                        .add(new Told(roll(each, forgotten(each)), keys.accountOf(each.leader()), List.of())));
        history.takeOver(Actor.system(), told);
    }

    private static List<Person> researcher(SampleOccasion occasion, SampleWorld world) {
        return world.people().stream().filter(person -> person.posts().stream().anyMatch(
                post -> post.kind() == PostKind.RESEARCHER && occasion.community().equals(post.community()))).limit(1)
                .toList();
    }

    private SampleOccasion invite(SampleOccasion occasion, SampleWorld world, SampleKeys keys) {
        return invite(occasion, world, keys, List.of());
    }

    /** Of each school that takes part as many people as came, and some who come for none. */
    private SampleOccasion invite(SampleOccasion occasion, SampleWorld world, SampleKeys keys,
            List<Person> schoolless) {
        if (history.expected(occasion.id()).isEmpty()) {
            LocalDate day = occasion.date().minusDays(2);
            By host = new By(keys.accountOf(occasion.leader()), occasion.leader(), day,
                    RecordLoad.instant(day.atTime(NINE)));
            List<Came> came = new ArrayList<>();
            occasion.participants().forEach((school, number) -> world.people().stream()
                    .filter(person -> school.equals(person.school()) && person.rank() != Rank.PRINCIPAL).limit(number)
                    .forEach(person -> came.add(new Came(person.id(), keys.of(school), Invitee.Way.INVITED, host,
                            null))));
            schoolless.forEach(person -> came.add(new Came(person.id(), null, Invitee.Way.INVITED, host, null)));
            lives.takeOver(List.of(new Life(occasion.id(), came)));
        }
        return occasion;
    }

    private static Instant at(LocalDate day, int minute) {
        return RecordLoad.instant(day.atTime(NINE.plusMinutes(minute)));
    }

    private static Roll roll(SampleOccasion occasion, Roll.@Nullable Closed closed) {
        return new Roll(occasion.id(), occasion.date(), at(occasion.date(), -20), occasion.leader(), closed,
                closed == null || closed.byItself()
                        ? null
                        : new HeldTime(NINE.minusMinutes(10), NINE.plusMinutes(85)));
    }

    /** Nobody closed it, so the night did. */
    private static Roll.Closed forgotten(SampleOccasion occasion) {
        return new Roll.Closed(RecordLoad.instant(occasion.date().plusDays(1).atTime(0, 20)),
                Actor.system().accountId(), "");
    }

    private Told today(SampleOccasion occasion, SampleKeys keys) {
        List<Expected> expected = history.expected(occasion.id());
        List<Arrival> arrivals = new ArrayList<>();
        int last = Math.max(0, expected.size() - 4);
        for (int index = 0; index < last; index++) {
            arrivals.add(signed(occasion, expected.get(index), index, WAYS.get(index % (WAYS.size() - 1)), ""));
        }
        if (expected.size() > last + 1) {
            arrivals.add(waiting(occasion, expected.get(last), last, Why.SECOND));
            arrivals.add(waiting(occasion, expected.get(last + 1), last + 1, Why.CODE));
        }
        arrivals.add(new Arrival(id(occasion, "guest"), null, "示例来宾01", null, "示例区教研室", Way.SCAN, State.WAITING,
                Why.UNKNOWN, at(occasion.date(), 8), at(occasion.date(), 8), "", ""));
        return new Told(roll(occasion, null), keys.accountOf(occasion.leader()), arrivals);
    }

    private Told closed(SampleOccasion occasion, SampleKeys keys) {
        List<Expected> expected = history.expected(occasion.id());
        List<Arrival> arrivals = new ArrayList<>();
        for (int index = 0; index < expected.size(); index++) {
            boolean paper = index % 5 == 3;
            boolean host = index == 1;
            Way way = host ? Way.HOST : paper ? Way.PAPER : WAYS.get(index % WAYS.size());
            arrivals.add(signed(occasion, expected.get(index), index, way,
                    host ? "手机没电" : ""));
        }
        UUID account = keys.accountOf(occasion.leader());
        return new Told(roll(occasion, new Roll.Closed(at(occasion.date(), 95), account, occasion.leader())), account,
                arrivals);
    }

    private static Arrival signed(SampleOccasion occasion, Expected one, int index, Way way, String note) {
        boolean byHost = way == Way.HOST || way == Way.PAPER;
        Instant there = at(occasion.date(), index / 4);
        return new Arrival(id(occasion, one.person().toString()), one.person(), one.name(), one.school(),
                one.schoolName(), way, State.SIGNED, null, there,
                way == Way.LATER ? there.plusSeconds(5 * 3600) : there, note, byHost ? occasion.leader() : "");
    }

    private static Arrival waiting(SampleOccasion occasion, Expected one, int index, Why why) {
        Instant there = at(occasion.date(), index / 4);
        return new Arrival(id(occasion, one.person().toString()), one.person(), one.name(), one.school(),
                one.schoolName(), why == Why.CODE ? Way.LATER : Way.SCAN, State.WAITING, why, there, there, "", "");
    }

    private static UUID id(SampleOccasion occasion, String of) {
        return SampleIds.of(occasion.date(), "arrival " + of + occasion.id());
    }
}

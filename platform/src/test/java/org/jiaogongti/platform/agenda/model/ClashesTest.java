package org.jiaogongti.platform.agenda.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.agenda.model.Commitment.Source;
import org.jiaogongti.platform.agenda.model.Commitment.Taught;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClashesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 27);
    private static final UUID HERE = new UUID(1, 1);
    private static final UUID THERE = new UUID(1, 2);
    private static final UUID TEACHER = new UUID(2, 1);
    private static final Site SITE = Site.main(HERE);
    private static final ClassName CLASS = new ClassName(5, 1);
    private static final Claim PERSON = new Claim.Person(TEACHER);
    private static final Claim PUPILS = new Claim.Pupils(SITE, CLASS);

    private int number = 10;

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to), true);
    }

    private Commitment plan(Span span, @Nullable String subject, Claim... claims) {
        return occasion(new UUID(3, number), new UUID(3, number++), span, subject, true, claims);
    }

    private static Commitment occasion(UUID id, UUID root, Span span, @Nullable String subject, boolean plan,
            Claim... claims) {
        return new Commitment(new Source.OfOccasion(id, root, "open-lesson", HERE, HERE, HERE), DAY, span,
                Set.of(claims), Set.of(claims).contains(PUPILS) ? new Taught(SITE, CLASS, subject) : null, plan);
    }

    private static Commitment lesson(Site site, ClassName name, int period, String subject, Span span) {
        return new Commitment(new Source.OfLesson(new Lesson("2024-2025-1", site, name, DayOfWeek.WEDNESDAY, period,
                subject, TEACHER)), DAY, span, Set.of(PERSON, new Claim.Pupils(site, name)),
                new Taught(site, name, subject), false);
    }

    @Test
    void aTeacherWhoTeachesThenIsInTheWay() {
        Commitment plan = plan(span("09:10", "09:50"), "数学", PERSON);
        Commitment lesson = lesson(Site.main(THERE), new ClassName(3, 2), 2, "数学", span("09:30", "10:10"));
        assertThat(Clashes.of(List.of(lesson, plan))).containsExactly(new Clash(plan, lesson, PERSON));
    }

    @Test
    void whatEndsWhenTheOtherBeginsIsNotInItsWay() {
        Commitment plan = plan(span("09:10", "09:50"), null, PERSON);
        Commitment next = plan(span("09:50", "10:30"), null, PERSON);
        assertThat(Clashes.of(List.of(plan, next))).isEmpty();
    }

    @Test
    void anOpenLessonInTheClassesOwnLessonTakesItsPlace() {
        Commitment plan = plan(span("09:10", "09:50"), "数学", PERSON, PUPILS);
        assertThat(Clashes.of(List.of(plan, lesson(SITE, CLASS, 2, "数学", span("09:10", "09:50"))))).isEmpty();
        Commitment other = lesson(SITE, CLASS, 2, "语文", span("09:10", "09:50"));
        assertThat(Clashes.of(List.of(plan, other))).as("the class has another subject then")
                .containsExactlyInAnyOrder(new Clash(plan, other, PERSON), new Clash(plan, other, PUPILS));
    }

    @Test
    void twoEntriesOfTheSameThingAreNotInEachOthersWay() {
        UUID root = new UUID(3, 1);
        Commitment one = occasion(root, root, span("09:10", "09:50"), null, true, PERSON);
        Commitment joined = occasion(new UUID(3, 2), root, span("09:10", "09:50"), null, true, PERSON);
        assertThat(Clashes.of(List.of(one, joined))).isEmpty();
        Commitment theirs = new Commitment(
                new Source.OfOccasion(new UUID(3, 3), new UUID(3, 3), "open-lesson", HERE, HERE, THERE), DAY,
                span("09:10", "09:50"), Set.of(PERSON), null, true);
        assertThat(Clashes.of(List.of(one, theirs))).as("another school's entry of the same").isEmpty();
    }

    @Test
    void aRoomAndAGuestAreTakenOnceAtATime() {
        Claim room = new Claim.Room(SITE, "录播教室");
        Claim guest = new Claim.Guest("示例专家");
        Commitment one = plan(span("09:10", "09:50"), null, room, guest);
        Commitment other = plan(span("09:00", "11:00"), null, room, guest);
        assertThat(Clashes.of(List.of(one, other))).extracting(Clash::plan, Clash::claim)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(other, guest),
                        org.assertj.core.groups.Tuple.tuple(other, room));
    }

    @Test
    void whatIsOverIsNoLongerInTheWayOfWhatIsOver() {
        assertThat(Clashes.of(List.of(
                occasion(new UUID(3, 1), new UUID(3, 1), span("09:10", "09:50"), null, false, PERSON),
                occasion(new UUID(3, 2), new UUID(3, 2), span("09:10", "09:50"), null, false, PERSON)))).isEmpty();
    }

    @Test
    void freePeriodsAreThoseInWhichItWouldBeInNobodysWay() {
        List<Bell> bells = new ArrayList<>();
        for (int period = 1; period <= 4; period++) {
            LocalTime from = LocalTime.of(8, 20).plusMinutes((period - 1) * 50L);
            bells.add(new Bell(SITE, period, DAY, null, from, from.plusMinutes(40)));
        }
        Commitment plan = plan(span("08:20", "09:00"), "数学", PERSON, PUPILS);
        List<Commitment> all = List.of(plan, lesson(SITE, new ClassName(6, 1), 1, "数学", span("08:20", "09:00")),
                lesson(SITE, CLASS, 2, "语文", span("09:10", "09:50")),
                lesson(SITE, CLASS, 3, "数学", span("10:00", "10:40")));
        assertThat(Clashes.free(plan, bells, all)).extracting(Bell::period)
                .as("1 is taken, in 2 the class has 语文, 3 is its own 数学, in 4 nobody has anything")
                .containsExactly(3, 4);
    }

    /** Small worlds at random, each pair looked at by itself. */
    @Test
    void theSweepFindsWhatEveryPairShows() {
        Random chance = new Random(20_241_120);
        int found = 0;
        for (int world = 0; world < 400; world++) {
            List<Commitment> all = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                all.add(any(chance, i));
            }
            Set<Set<Object>> expected = new HashSet<>();
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    pair(all.get(i), all.get(j), expected);
                }
            }
            List<Clash> clashes = Clashes.of(all);
            Set<Set<Object>> swept = new HashSet<>();
            clashes.forEach(clash -> {
                assertThat(clash.plan().plan()).isTrue();
                swept.add(Set.of(clash.plan(), clash.other(), clash.claim()));
            });
            assertThat(swept).isEqualTo(expected).hasSameSizeAs(clashes);
            found += clashes.size();
        }
        assertThat(found).as("enough to mean something").isGreaterThan(500);
    }

    private static void pair(Commitment one, Commitment other, Set<Set<Object>> expected) {
        boolean together = one.day().equals(other.day()) && one.span().from().isBefore(other.span().to())
                && other.span().from().isBefore(one.span().to());
        if (together && (one.plan() || other.plan()) && !one.goesWith(other) && !other.goesWith(one)) {
            one.claims().stream().filter(other.claims()::contains)
                    .forEach(claim -> expected.add(Set.of(one, other, claim)));
        }
    }

    private static Commitment any(Random chance, int number) {
        LocalTime from = LocalTime.of(8 + chance.nextInt(3), chance.nextInt(4) * 15);
        Span span = new Span(from, from.plusMinutes(15L * (1 + chance.nextInt(6))), true);
        if (chance.nextInt(3) == 0) {
            return new Commitment(lesson(SITE, new ClassName(5, 1 + chance.nextInt(2)), number + 1,
                    chance.nextBoolean() ? "数学" : "语文", span).source(), DAY.plusDays(chance.nextInt(2)), span,
                    Set.of(new Claim.Person(new UUID(2, chance.nextInt(3))), PUPILS),
                    new Taught(SITE, CLASS, chance.nextBoolean() ? "数学" : "语文"), false);
        }
        Set<Claim> claims = new HashSet<>();
        claims.add(new Claim.Person(new UUID(2, chance.nextInt(3))));
        if (chance.nextBoolean()) {
            claims.add(PUPILS);
        }
        if (chance.nextInt(3) == 0) {
            claims.add(new Claim.Room(SITE, "录播教室"));
        }
        UUID id = new UUID(3, number);
        return new Commitment(
                new Source.OfOccasion(id, chance.nextInt(4) == 0 ? new UUID(3, 0) : id, "open-lesson", HERE,
                        chance.nextBoolean() ? HERE : THERE, chance.nextBoolean() ? HERE : THERE),
                DAY.plusDays(chance.nextInt(2)), span, claims,
                claims.contains(PUPILS) ? new Taught(SITE, CLASS, chance.nextBoolean() ? "数学" : null) : null,
                chance.nextInt(3) > 0);
    }
}

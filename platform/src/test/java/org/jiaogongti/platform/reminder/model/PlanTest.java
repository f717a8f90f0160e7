package org.jiaogongti.platform.reminder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Due.Party;
import org.jiaogongti.platform.reminder.Due.Sort;
import org.jiaogongti.platform.reminder.Rules;
import org.jiaogongti.platform.reminder.Stage;
import org.jiaogongti.platform.reminder.Stage.Kind;
import org.jiaogongti.platform.reminder.WorkingDays;
import org.jiaogongti.platform.reminder.model.Plan.Sent;
import org.jiaogongti.platform.reminder.model.Plan.Tell;
import org.junit.jupiter.api.Test;

/** Who is told of what, by a table from a calendar on paper, and over years of small random worlds. */
class PlanTest {

    private static final UUID SCHOOL = new UUID(1, 1);
    /** 2024-10-01 to 07 are closed; 2024-11-20 is a Wednesday. */
    private static final WorkingDays DAYS = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY
            && !(day.getYear() == 2024 && day.getMonthValue() == 10 && day.getDayOfMonth() <= 7);
    private static final Rules RULES = new Rules(Map.of("q13", List.of(20, 5)), List.of(10, 3, 0), 3, 2);

    private static LocalDate day(String text) {
        return LocalDate.parse("2024-" + text);
    }

    private static Due due(String id, String sort, LocalDate last, UUID school) {
        return new Due(new Matter("duty", id), new Sort(sort, sort), id, "/duties/" + id, last,
                List.of(Party.of(Posting.atSchool(Role.SCHOOL_CLERK, school)),
                        Party.of(Posting.atSchool(Role.PRINCIPAL, school)),
                        Party.of(Posting.inDistrict(Role.BUREAU_CLERK))));
    }

    private static String stage(String sort, String last, String today) {
        return Plan.stage(due("a", sort, day(last), SCHOOL), RULES, day(today), DAYS).map(Stage::code).orElse("–");
    }

    @Test
    void stagesByTheCalendarOnPaper() {
        // Last day Friday 11-29: ten working days before it is Friday 11-15.
        assertThat(stage("q01", "11-29", "11-14")).isEqualTo("–");
        assertThat(stage("q01", "11-29", "11-15")).isEqualTo("AHEAD:10");
        assertThat(stage("q01", "11-29", "11-16")).as("a Saturday").isEqualTo("–");
        assertThat(stage("q01", "11-29", "11-18")).isEqualTo("AHEAD:10");
        assertThat(stage("q01", "11-29", "11-25")).isEqualTo("AHEAD:10");
        assertThat(stage("q01", "11-29", "11-26")).isEqualTo("AHEAD:3");
        assertThat(stage("q01", "11-29", "11-28")).isEqualTo("AHEAD:3");
        assertThat(stage("q01", "11-29", "11-29")).isEqualTo("AHEAD:0");
        assertThat(stage("q01", "11-29", "12-02")).as("the first working day after").isEqualTo("OVERDUE:0");
        assertThat(stage("q01", "11-29", "12-03")).isEqualTo("OVERDUE:0");
        assertThat(stage("q01", "11-29", "12-04")).as("three working days late").isEqualTo("ESCALATED:1");
        assertThat(stage("q01", "11-29", "12-06")).isEqualTo("ESCALATED:1");
        assertThat(stage("q01", "11-29", "12-09")).as("six working days late").isEqualTo("ESCALATED:2");
        assertThat(stage("q01", "11-29", "12-31")).as("there is nobody further").isEqualTo("ESCALATED:2");
    }

    @Test
    void aLastDayOffIsSpokenOfOnTheWorkingDayBefore() {
        assertThat(stage("q01", "11-17", "11-15")).as("due on a Sunday").isEqualTo("AHEAD:0");
        assertThat(stage("q01", "11-17", "11-18")).isEqualTo("OVERDUE:0");
        assertThat(stage("q01", "11-17", "11-20")).isEqualTo("ESCALATED:1");
        // 10-08 is the first working day after the holiday; 09-30 the last before.
        assertThat(stage("q01", "10-08", "09-30")).as("one working day left over a week off").isEqualTo("AHEAD:3");
        assertThat(stage("q01", "10-08", "10-04")).isEqualTo("–");
    }

    @Test
    void aSortMayHaveDaysOfItsOwn() {
        assertThat(stage("q13", "11-29", "11-01")).isEqualTo("AHEAD:20");
        assertThat(stage("q13", "11-29", "11-22")).isEqualTo("AHEAD:5");
        assertThat(stage("q13", "11-29", "11-29")).as("it has no lead of nought").isEqualTo("AHEAD:5");
    }

    @Test
    void whatGoesBeyondASchoolsWeekWaitsAndTheMostPressingGoFirst() {
        List<Due> open = List.of(due("near", "q01", day("11-22"), SCHOOL), due("late", "q01", day("11-17"), SCHOOL),
                due("later", "q01", day("11-19"), SCHOOL), due("other", "q01", day("11-22"), new UUID(1, 2)));
        Plan.Outcome outcome = Plan.of(open, Set.of(), Map.of(SCHOOL, 1), RULES, day("11-19"), DAYS);
        assertThat(outcome.tells()).extracting(tell -> tell.due().matter().id()).containsExactly("late", "other");
        assertThat(outcome.held()).isEqualTo(Map.of(SCHOOL, 2));
    }

    @Test
    void theBureauHasNoCeilingAndNothingIsToldTwice() {
        Due late = due("late", "q01", day("11-05"), SCHOOL);
        Plan.Outcome first = Plan.of(List.of(late), Set.of(), Map.of(SCHOOL, 2), RULES, day("11-20"), DAYS);
        assertThat(first.tells()).extracting(tell -> tell.party().school()).containsExactly((UUID) null);
        Set<Sent> sent = Set.of(new Sent(late.matter(), first.tells().getFirst().stage()));
        assertThat(Plan.of(List.of(late), sent, Map.of(), RULES, day("11-21"), DAYS).tells()).isEmpty();
    }

    @Test
    void theHorizonReachesEveryLead() {
        LocalDate until = Plan.horizon(RULES, day("11-20"), DAYS);
        for (LocalDate last = day("11-20"); last.isBefore(day("12-31")); last = last.plusDays(1)) {
            boolean told = Plan.stage(due("a", "q13", last, SCHOOL), RULES, day("11-20"), DAYS).isPresent();
            assertThat(told && last.isAfter(until)).as(last.toString()).isFalse();
        }
    }

    /** Worlds of a few schools and matters, day by day through a year, held against what must never be. */
    @Test
    void inNoWorldIsAnybodyToldTooMuchOrTooLate() {
        for (int seed = 0; seed < 300; seed++) {
            new World(new Random(seed)).live();
        }
    }

    private static final class World {

        private final Random random;
        private final Rules rules;
        private final List<Due> matters = new ArrayList<>();
        private final Map<Matter, LocalDate> done = new HashMap<>();
        private final Set<Sent> sent = new HashSet<>();
        private final Map<String, Integer> weeks = new HashMap<>();

        World(Random random) {
            this.random = random;
            this.rules = new Rules(Map.of("q13", List.of(20, 5)), List.of(10, 3, 0), 1 + random.nextInt(5),
                    1 + random.nextInt(4));
            for (int i = 0; i < 12; i++) {
                Due due = due("m" + i, random.nextBoolean() ? "q01" : "q13",
                        day("09-01").plusDays(random.nextInt(100)), new UUID(1, random.nextInt(3)));
                matters.add(due);
                if (random.nextInt(4) > 0) {
                    done.put(due.matter(), due.due().plusDays(random.nextInt(40) - 25));
                }
            }
        }

        void live() {
            for (LocalDate today = day("08-01"); today.isBefore(day("12-31")); today = today.plusDays(1)) {
                // The server is off on one day in ten.
                if (random.nextInt(10) > 0) {
                    look(today);
                    look(today);
                }
            }
        }

        private void look(LocalDate today) {
            List<Due> open = matters.stream().filter(
                    due -> Optional.ofNullable(done.get(due.matter())).filter(day -> !day.isAfter(today)).isEmpty())
                    .toList();
            LocalDate monday = today.with(DayOfWeek.MONDAY);
            Map<UUID, Integer> week = new HashMap<>();
            for (long i = 0; i < 3; i++) {
                week.put(new UUID(1, i), weeks.getOrDefault(monday + "/" + new UUID(1, i), 0));
            }
            for (Tell tell : Plan.of(open, sent, week, rules, today, DAYS).tells()) {
                Matter matter = tell.due().matter();
                assertThat(DAYS.works(today)).as("on a day off").isTrue();
                assertThat(open).as("after it was done").contains(tell.due());
                assertThat(sent.add(new Sent(matter, tell.stage()))).as("twice").isTrue();
                UUID school = tell.party().school();
                if (school != null) {
                    assertThat(weeks.merge(monday + "/" + school, 1, Integer::sum)).as("above the ceiling")
                            .isLessThanOrEqualTo(rules.ceiling());
                }
                if (tell.stage().kind() == Kind.ESCALATED) {
                    assertThat(late(tell.due().due(), today)).as("before its delay")
                            .isGreaterThanOrEqualTo(rules.delay() * tell.stage().number());
                    assertThat(tell.party()).isEqualTo(tell.due().ladder().get(tell.stage().number()));
                } else {
                    assertThat(tell.party()).isEqualTo(tell.due().ladder().getFirst());
                }
            }
        }

        private static int late(LocalDate due, LocalDate today) {
            int late = 0;
            for (LocalDate day = due.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
                late += DAYS.works(day) ? 1 : 0;
            }
            return late;
        }
    }
}

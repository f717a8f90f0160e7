package org.jiaogongti.platform.sample;

import static org.jiaogongti.platform.sample.Draft.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jiaogongti.platform.sample.SampleOccasion.Answer;
import org.jiaogongti.platform.sample.SampleOccasion.Ended;
import org.jiaogongti.platform.sample.SampleOccasion.Recorded;
import org.jiaogongti.platform.sample.SampleOccasion.Settled;
import org.jiaogongti.platform.sample.SampleWorld.Person;

/**
 * What became of an occasion: announced, filed, recorded (most in time, some late, some by somebody else), answered by
 * the receiving school, seldom disputed. None of it changes whether it counts in the end, except where a story says so.
 */
final class Course {

    /** Communities that file whatever they hold; in the others one in twelve is forgotten. */
    private static final Set<String> CAREFUL = Set.of("岳林小学教学共同体", "实验小学教学共同体");

    private final SamplePeople people;

    Course(SamplePeople people) {
        this.people = people;
    }

    /** The course that the day's pace asks for, drawn by the occasion's own chance. */
    void run(Draft draft, Pace pace, boolean dense) {
        switch (pace) {
            case USUAL, TOLD -> announce(draft, draft.chance.between(2, 30));
            case PLANNED -> announce(draft, (int) SampleCalendar.TODAY.until(draft.date, ChronoUnit.DAYS)
                    + draft.chance.between(1, 10));
            case UNKNOWN -> announce(draft, Math.max(0, Math.min(draft.chance.between(2, 20),
                    (int) SampleCalendar.TODAY.until(draft.date, ChronoUnit.DAYS) - 1)));
        }
        record(draft, delay(draft.chance));
        confirm(draft, pace == Pace.USUAL);
        draft.evidence = dense ? Math.max(0, draft.chance.between(-2, 6)) : draft.chance.percent(40) ? 1 : 0;
    }

    void announce(Draft draft, int daysBefore) {
        LocalDate day = draft.date.minusDays(daysBefore);
        draft.announced = time(day, draft.chance.between(8, 16), draft.chance.between(0, 59));
        if (draft.chance.percent(92)) {
            draft.filedOn = draft.date.minusDays(Math.min(daysBefore, draft.chance.between(3, 9)));
            draft.approvedOn = draft.date.minusDays(Math.min(daysBefore, draft.chance.between(1, 3)));
        } else if (CAREFUL.contains(draft.community)) {
            draft.filedOn = draft.date.minusDays(Math.min(daysBefore, 4));
            draft.approvedOn = draft.date.minusDays(Math.min(daysBefore, 2));
        }
    }

    /** Two thirds the same day, some within the week, a few weeks late. */
    private static int delay(Chance chance) {
        int share = chance.below(100);
        if (share < 65) {
            return 0;
        }
        return share < 93 ? chance.between(1, 5) : chance.between(8, 19);
    }

    /** Who leads records, or the school's keeper, or, seldom, the bureau for the school. */
    void record(Draft draft, int daysAfter) {
        LocalDate day = draft.date.plusDays(daysAfter);
        if (!draft.date.isAfter(SampleCalendar.TODAY) && day.isAfter(SampleCalendar.TODAY)) {
            // The figures of that day are told: nothing held before it is still to be recorded.
            day = SampleCalendar.TODAY;
        }
        LocalDateTime at = time(day, draft.chance.between(13, 17), draft.chance.between(0, 59));
        int share = draft.chance.below(100);
        if (share < 5) {
            draft.recorded = new Recorded(at, "示例职员01", draft.ledBy);
        } else if (share < 55) {
            draft.recorded = new Recorded(at, people.clerk(draft.ledBy).name(), null);
        } else {
            draft.recorded = new Recorded(at, draft.leader, null);
        }
    }

    /** The receiving school: most say 来过, some are silent, which stands after seven days. */
    void confirm(Draft draft, boolean mayDispute) {
        Recorded recorded = draft.recorded;
        if (recorded == null || draft.host.equals(draft.ledBy)) {
            return;
        }
        int share = draft.chance.below(100);
        LocalDateTime at = recorded.at().plusDays(draft.chance.between(0, 5)).plusMinutes(draft.chance.between(5, 90));
        Person clerk = people.clerk(draft.host);
        if (share < 78) {
            draft.answer = new Answer(at, clerk.name(), true, "");
        } else if (share < 80 && mayDispute) {
            draft.answer = new Answer(at, clerk.name(), false, "日期记错了吧？那天没有安排。");
            draft.settled = new Settled(at.plusDays(draft.chance.between(1, 6)), people.clerk(draft.ledBy).name(),
                    draft.chance.percent(15));
        }
    }

    void cancel(Draft draft, String reason) {
        announce(draft, 12);
        draft.recorded = null;
        draft.answer = null;
        draft.settled = null;
        draft.evidence = 0;
        draft.ended = new Ended(time(draft.date.minusDays(1), 16, 5), people.clerk(draft.ledBy).name(), false, reason);
    }

    void withdraw(Draft draft, String reason) {
        record(draft, 0);
        draft.answer = null;
        draft.settled = null;
        draft.ended = new Ended(time(draft.date.plusDays(2), 9, 20), people.clerk(draft.ledBy).name(), true, reason);
    }
}

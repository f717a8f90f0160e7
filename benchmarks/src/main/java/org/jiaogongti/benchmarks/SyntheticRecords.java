package org.jiaogongti.benchmarks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jspecify.annotations.Nullable;

/**
 * A district of the notice's size over six school years, and as many records as asked for. Record {@code i} is made from
 * its number alone, so ten million of them need no memory.
 */
final class SyntheticRecords implements World {

    private static final int COMMUNITIES = 5;
    private static final int SCHOOLS = 6;
    private static final int FIRST_YEAR = 2019;
    private static final int YEARS = 6;
    private static final int DAYS = 365 * YEARS;
    private static final LocalDate START = LocalDate.of(FIRST_YEAR, 9, 1);
    private static final List<String> SUBJECTS = List.of("语文", "数学", "英语", "科学", "音乐", "体育", "美术", "信息技术");
    private static final List<String> GRADES = List.of("三", "四", "五", "六");
    private static final List<String> KINDS = List.of("demonstration-lesson", "lesson-observation", "lecture",
            "staff-training", "study-visit", "outreach-lesson", "joint-planning", "research-activity",
            "leadership-meeting", "guidance-visit", "classroom-contest", "material-contest", "exhibition", "topic-test",
            "literacy-contest", "grade-contest", "revision-seminar");
    private static final Rank[] RANKS = Rank.values();

    private final List<Period> periods = new ArrayList<>();
    private final List<String> communities = new ArrayList<>();
    private final Map<String, List<Membership>> members = new LinkedHashMap<>();
    private final Map<String, Membership> bySchool = new LinkedHashMap<>();

    SyntheticRecords() {
        this(COMMUNITIES);
    }

    /** As many communities of six schools as asked for. */
    SyntheticRecords(int count) {
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            String name = year + "-" + (year + 1);
            LocalDate autumn = LocalDate.of(year, 9, 1);
            LocalDate spring = LocalDate.of(year + 1, 2, 20);
            periods.add(term(name + "-1", autumn, LocalDate.of(year + 1, 1, 25)));
            periods.add(term(name + "-2", spring, LocalDate.of(year + 1, 7, 2)));
            periods.add(new Period(name, PeriodKind.SCHOOL_YEAR,
                    new DateRange(autumn, LocalDate.of(year + 1, 8, 31)), null));
        }
        for (int c = 0; c < count; c++) {
            String community = "共同体" + c;
            communities.add(community);
            for (int s = 0; s < SCHOOLS; s++) {
                Membership membership = new Membership(school(c, s), community, s == 0 ? Role.LEAD : Role.MEMBER);
                members.computeIfAbsent(community, _ -> new ArrayList<>()).add(membership);
                bySchool.put(membership.school(), membership);
            }
        }
    }

    private static Period term(String name, LocalDate first, LocalDate last) {
        LocalDate midterm = first.plusWeeks(10).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(name, PeriodKind.TERM, new DateRange(first, last), midterm);
    }

    private static String school(int community, int number) {
        return "学校" + community + "-" + number;
    }

    LocalDate lastDay() {
        return START.plusDays(DAYS);
    }

    List<OccasionPart> list(int count) {
        List<OccasionPart> records = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            records.add(record(i));
        }
        return records;
    }

    /** The record of this number: mostly led by the lead school at a member school, one in eight not held. */
    OccasionPart record(int number) {
        SplittableRandom random = new SplittableRandom(number);
        int community = random.nextInt(communities.size());
        String lead = school(community, 0);
        String member = school(community, 1 + random.nextInt(SCHOOLS - 1));
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String host = kind.equals("study-visit") ? lead : member;
        OccasionState state = random.nextInt(8) == 0 ? OccasionState.PLANNED : OccasionState.HELD;
        return new OccasionPart("R" + number, "1", kind, START.plusDays(random.nextInt(DAYS)),
                communities.get(community),
                host, lead, RANKS[random.nextInt(RANKS.length)], pick(SUBJECTS, random),
                List.of(GRADES.get(random.nextInt(GRADES.size()))), 1 + random.nextInt(3),
                Map.of(member, 5 + random.nextInt(10), lead, random.nextInt(10)), null, null, state);
    }

    private static @Nullable String pick(List<String> words, SplittableRandom random) {
        int index = random.nextInt(words.size() + 1);
        return index < words.size() ? words.get(index) : null;
    }

    @Override
    public List<Period> periods() {
        return periods;
    }

    @Override
    public List<String> communities() {
        return communities;
    }

    @Override
    public Optional<Membership> membership(String school, LocalDate day) {
        return Optional.ofNullable(bySchool.get(school));
    }

    @Override
    public List<Membership> memberships(String community, LocalDate day) {
        return members.getOrDefault(community, List.of());
    }

    @Override
    public int teachers(String school, LocalDate day) {
        return 45;
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate day) {
        return SUBJECTS;
    }

    @Override
    public List<WeakSubject> weakSubjects(String community, LocalDate day) {
        List<WeakSubject> weak = new ArrayList<>();
        for (Membership membership : memberships(community, day)) {
            if (membership.role() == Role.MEMBER) {
                weak.add(new WeakSubject(membership.school(), "英语"));
                weak.add(new WeakSubject(membership.school(), "科学"));
            }
        }
        return weak;
    }
}

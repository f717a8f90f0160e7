package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;
import org.jspecify.annotations.Nullable;

/** A small district with a year and a half of records, dense around every limit; the same for the same seed. */
final class RandomDistrict implements World {

    private static final List<String> KINDS = List.of("demonstration-lesson", "lesson-observation", "lecture",
            "staff-training", "study-visit", "outreach-lesson", "joint-planning", "research-activity",
            "leadership-meeting", "guidance-visit", "classroom-contest", "material-contest", "exhibition", "topic-test",
            "literacy-contest", "grade-contest", "revision-seminar");
    private static final List<String> SUBJECTS = List.of("语文", "数学", "英语", "科学", "音乐", "体育");
    private static final List<List<String>> GRADES = List.of(List.of(), List.of("五"), List.of("六"), List.of("五", "六"));

    private final Random random;
    private final List<Period> periods = new ArrayList<>();
    private final Map<String, List<Membership>> members = new LinkedHashMap<>();
    private final Map<String, Integer> staff = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, List<WeakSubject>> weak = new LinkedHashMap<>();
    private final List<String> schools = new ArrayList<>();
    private final LocalDate first;

    final List<OccasionPart> occasions = new ArrayList<>();
    final List<Placement> placements = new ArrayList<>();
    final List<Waiver> waivers = new ArrayList<>();
    final LocalDate asOf;

    RandomDistrict(long seed) {
        random = new Random(seed);
        first = LocalDate.of(2020, 8, 24).plusDays(random.nextInt(14));
        makeCalendar();
        for (int c = 0; c < 2; c++) {
            makeCommunity("共同体" + c, 2 + random.nextInt(3));
        }
        int count = random.nextInt(400);
        for (int i = 0; i < count; i++) {
            occasions.add(occasion(i));
        }
        for (int i = 0; i < 12; i++) {
            placements.add(placement(i));
        }
        makeWaivers();
        asOf = day();
    }

    private void makeCalendar() {
        LocalDate spring = first.plusDays(182);
        periods.add(term("1", first, first.plusDays(150)));
        periods.add(term("2", spring, spring.plusDays(125)));
        periods.add(term("3", first.plusDays(364), first.plusDays(364 + 140)));
        periods.add(new Period("甲", PeriodKind.SCHOOL_YEAR, new DateRange(first, first.plusDays(363)), null));
        periods.add(new Period("乙", PeriodKind.SCHOOL_YEAR, new DateRange(first.plusDays(364), first.plusDays(728)),
                null));
    }

    private static Period term(String name, LocalDate start, LocalDate end) {
        LocalDate midterm = start.plusDays(70);
        return new Period(name, PeriodKind.TERM, new DateRange(start, end),
                midterm.minusDays(midterm.getDayOfWeek().getValue() - 1L));
    }

    private void makeCommunity(String community, int size) {
        List<Membership> all = new ArrayList<>();
        for (int s = 0; s < size; s++) {
            String school = community + "校" + s;
            all.add(new Membership(school, community, s == 0 ? Role.LEAD : Role.MEMBER));
            staff.put(school, 1 + random.nextInt(60));
            schools.add(school);
        }
        members.put(community, all);
        groups.put(community, SUBJECTS.stream().filter(_ -> random.nextBoolean()).toList());
        weak.put(community, all.stream().filter(_ -> random.nextBoolean())
                .map(membership -> new WeakSubject(membership.school(), pick(SUBJECTS))).toList());
    }

    private LocalDate day() {
        return first.minusDays(14).plusDays(random.nextInt(550));
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Mostly the schools of one community as the duties have them, so that much counts and much nearly does. */
    private OccasionPart occasion(int number) {
        String community = pick(communities());
        List<Membership> own = Objects.requireNonNull(members.get(community));
        String lead = own.getFirst().school();
        boolean usual = random.nextInt(4) > 0;
        String kind = pick(KINDS);
        String host = usual
                ? (kind.equals("study-visit") ? lead : pick(own.subList(1, own.size())).school())
                : random.nextInt(5) == 0 ? null : pick(schools);
        String ledBy = usual ? lead : random.nextInt(5) == 0 ? null : pick(schools);
        Map<String, Integer> participants = new LinkedHashMap<>();
        for (String school : schools) {
            if (random.nextInt(3) == 0) {
                participants.put(school, random.nextInt(12));
            }
        }
        OccasionState state = usual ? OccasionState.HELD : pick(List.of(OccasionState.values()));
        return new OccasionPart("A" + number, "1", kind, eventDay(kind), community, host, ledBy, rank(),
                random.nextInt(6) == 0 ? null : pick(SUBJECTS), pick(GRADES), random.nextInt(4), participants, null,
                null, state);
    }

    private LocalDate eventDay(String kind) {
        Period term = periods.get(random.nextInt(3));
        return switch (kind) {
            case "joint-planning" -> term.days().first().minusDays(16).plusDays(random.nextInt(20));
            case "topic-test" -> Objects.requireNonNull(term.midtermWeek()).minusDays(2).plusDays(random.nextInt(11));
            default -> day();
        };
    }

    private @Nullable Rank rank() {
        return random.nextInt(6) == 0 ? null : pick(List.of(Rank.values()));
    }

    private Placement placement(int number) {
        LocalDate start = day();
        return new Placement("P" + number, pick(schools),
                random.nextBoolean() ? pick(List.copyOf(members.values())).getFirst().school() : pick(schools), "示例教师",
                pick(List.of(Rank.values())), random.nextInt(4) > 0, random.nextInt(4) > 0, start,
                random.nextInt(3) == 0 ? null : start.plusDays(random.nextInt(300)),
                random.nextBoolean() ? "示例导师" : null);
    }

    private void makeWaivers() {
        for (List<Membership> own : members.values()) {
            String lead = own.getFirst().school();
            String member = own.getLast().school();
            waivers.add(new Waiver(new InstanceKey("Q21", lead, "-", "1"), 1 + random.nextInt(14), day()));
            waivers.add(new Waiver(new InstanceKey("Q22", lead, "-", "2"), null, day()));
            waivers.add(new Waiver(new InstanceKey("Q05", lead, member, "1"), 1, day()));
            waivers.add(new Waiver(new InstanceKey("Q18", lead, "-", "3"), null, day()));
            waivers.add(new Waiver(new InstanceKey("Q03", member, "-", "甲"), null, day()));
            waivers.add(new Waiver(new InstanceKey("Q24", member, "-", "9"), 2, day()));
        }
    }

    Map<String, List<List<String>>> tables() {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        Map<PeriodKind, String> kinds = Map.of(PeriodKind.TERM, "semester", PeriodKind.SCHOOL_YEAR, "school-year");
        tables.put("calendar",
                periods.stream().map(period -> List.of(period.name(), Objects.requireNonNull(kinds.get(period.kind())),
                        text(period.days().first()), text(period.days().last()), text(period.midtermWeek()))).toList());
        tables.put("schools", members.values().stream().flatMap(List::stream).map(membership -> List.of(
                membership.school(), membership.community(), text(membership.role()),
                text(staff.get(membership.school())))).toList());
        List<List<String>> subjects = new ArrayList<>();
        groups.forEach(
                (community, names) -> names.forEach(name -> subjects.add(List.of(community, name, "group", ""))));
        weak.forEach((community, rows) -> rows
                .forEach(row -> subjects.add(List.of(community, row.subject(), "weak", row.school()))));
        tables.put("subjects", subjects);
        tables.put("activities", occasions.stream().map(RandomDistrict::row).toList());
        tables.put("placements", placements.stream().map(RandomDistrict::row).toList());
        tables.put("waivers", waivers.stream().map(RandomDistrict::row).toList());
        return tables;
    }

    private static List<String> row(OccasionPart part) {
        List<String> participants = new ArrayList<>();
        part.participants().forEach((school, number) -> participants.add(school + ":" + number));
        return List.of(part.source(), part.kind(), text(part.date()), part.community(), text(part.host()),
                text(part.ledBy()), text(part.ledByRank()), text(part.subject()), String.join(";", part.grades()),
                text(part.lessons()), String.join(";", participants), "", "", text(part.state()));
    }

    private static List<String> row(Placement placement) {
        return List.of(placement.source(), placement.fromSchool(), placement.toSchool(), placement.person(),
                text(placement.rank()), placement.permanent() ? "yes" : "no", placement.young() ? "yes" : "no",
                text(placement.start()), text(placement.end()), text(placement.mentor()));
    }

    private static List<String> row(Waiver waiver) {
        InstanceKey key = waiver.key();
        return List.of(key.duty(), key.bearer(), key.counterpart(), key.period(), text(waiver.target()),
                text(waiver.decidedOn()));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
            default -> value.toString();
        };
    }

    @Override
    public List<Period> periods() {
        return periods;
    }

    @Override
    public List<String> communities() {
        return List.copyOf(members.keySet());
    }

    @Override
    public Optional<Membership> membership(String school, LocalDate day) {
        return members.values().stream().flatMap(List::stream)
                .filter(membership -> membership.school().equals(school)).findFirst();
    }

    @Override
    public List<Membership> memberships(String community, LocalDate day) {
        return members.getOrDefault(community, List.of());
    }

    @Override
    public int teachers(String school, LocalDate day) {
        return staff.getOrDefault(school, 0);
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate day) {
        return groups.getOrDefault(community, List.of());
    }

    @Override
    public List<WeakSubject> weakSubjects(String community, LocalDate day) {
        return weak.getOrDefault(community, List.of());
    }
}

package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.KnownSchools;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.staff.MentoringPair.Agreement;
import org.jiaogongti.platform.staff.MentoringPair.Ending;
import org.jiaogongti.platform.staff.MentoringPair.Two;
import org.jiaogongti.platform.staff.store.MentoringStore;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 青蓝结对: who guides whom, from when to when, by which agreement. */
@Component
class MentoringSheet implements SheetKind {

    static final Column MENTOR = Column.key("mentor", Cell.words(30), "导师工号", "师傅工号", "导师");
    static final Column MENTEE = Column.key("mentee", Cell.words(30), "徒弟工号", "学员工号", "徒弟");
    private static final Column MENTOR_SCHOOL = Column.required("mentor-school", Cell.words(60), "导师学校", "师傅学校");
    private static final Column MENTEE_SCHOOL = Column.required("mentee-school", Cell.words(60), "徒弟学校", "学员学校");
    private static final Column AGREEMENT = Column.required("agreement", Cell.words(120), "协议", "协议名称", "文号");
    private static final Column AGREED = Column.required("agreed-on", Cell.day(), "签订日期", "协议日期");
    private static final Column WEEKS = Column.optional("weeks", Cell.whole(1, Agreement.MOST_WEEKS), "几周见一次", "间隔周数");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");
    private static final Column ENDED = Column.optional("ended-on", Cell.day(), "提前结束日期");
    private static final Column REASON = Column.optional("reason", Cell.words(120), "提前结束原因");

    private final MentoringStore store;
    private final MentoringChanges changes;
    private final PeopleStore people;
    private final Known known;

    MentoringSheet(MentoringStore store, MentoringChanges changes, PeopleStore people, Known known) {
        this.store = store;
        this.changes = changes;
        this.people = people;
        this.known = known;
    }

    /** What rows refer to, and ids for new ones. */
    @Component
    record Known(Staff staff, Ids ids) {}

    @Override
    public String code() {
        return "mentoring";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 104;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(MENTOR, MENTEE, MENTOR_SCHOOL, MENTEE_SCHOOL, AGREEMENT, AGREED, WEEKS, FROM, TO, ENDED, REASON);
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSchools schools = known.staff().schools();
        return row -> row.with("mentor-school", schools.name(row.get("mentor-school"))).with("mentee-school",
                schools.name(row.get("mentee-school")));
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        KnownSchools schools = known.staff().schools();
        Map<Integer, List<Problem>> problems = new HashMap<>(schools.check(lines, "mentor-school"));
        schools.check(lines, "mentee-school").forEach(problems::putIfAbsent);
        known.staff().checkNumbers(lines, "mentor", problems);
        known.staff().checkNumbers(lines, "mentee", problems);
        lines.forEach(line -> inItself(line.row())
                .ifPresent(problem -> problems.putIfAbsent(line.number(), List.of(problem))));
        List<SheetLine> good = lines.stream().filter(line -> !problems.containsKey(line.number())).toList();
        inPost(good, problems);
        crossing(good, problems);
        return problems;
    }

    private static Optional<Problem> inItself(SheetRow row) {
        String from = row.get("from");
        if (row.get("mentor").equals(row.get("mentee"))) {
            return Optional.of(Problem.at("mentee", "staff.mentoring.refused.same"));
        }
        if (row.has("to") && row.get("to").compareTo(from) < 0) {
            return Optional.of(Problem.at("to", "intake.row.last-before-first"));
        }
        if (row.has("ended-on") != row.has("reason")) {
            return Optional.of(Problem.at("reason", "staff.mentoring.sheet.reason"));
        }
        boolean outside = row.has("ended-on") && (row.get("ended-on").compareTo(from) < 0
                || (row.has("to") && row.get("ended-on").compareTo(row.get("to")) > 0));
        return outside
                ? Optional.of(Problem.at("ended-on", "staff.mentoring.refused.end"))
                : Optional.empty();
    }

    private void inPost(List<SheetLine> lines, Map<Integer, List<Problem>> problems) {
        Map<String, Person> numbered = numbered(lines.stream().map(SheetLine::row).toList());
        Map<UUID, List<PersonPosting>> postings = people
                .postingsOf(numbered.values().stream().map(Person::id).toList()).stream()
                .collect(Collectors.groupingBy(PersonPosting::person));
        for (SheetLine line : lines) {
            MentoringPair pair = pair(null, line.row(), numbered, known.staff().schools());
            boolean both = posted(postings.get(pair.two().mentor()), pair.two().mentorSchool(), pair.from())
                    && posted(postings.get(pair.two().mentee()), pair.two().menteeSchool(), pair.from());
            if (!both) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("from", "staff.mentoring.refused.post")));
            }
        }
    }

    private static boolean posted(@Nullable List<PersonPosting> postings, UUID school, LocalDate day) {
        return postings != null && postings.stream().anyMatch(posting -> school.equals(posting.school())
                && Days.of(posting.from(), posting.to(), day) == Days.NOW);
    }

    private void crossing(List<SheetLine> lines, Map<Integer, List<Problem>> problems) {
        List<SheetRow> rows = lines.stream().map(SheetLine::row).toList();
        Map<String, Person> numbered = numbered(rows);
        Map<String, MentoringPair> held = held(rows);
        KnownSchools schools = known.staff().schools();
        List<MentoringPair> taken = new ArrayList<>();
        Set<String> written = rows.stream().map(row -> row.key(columns())).collect(Collectors.toSet());
        held.forEach((key, pair) -> {
            if (!written.contains(key)) {
                taken.add(pair);
            }
        });
        for (SheetLine line : lines) {
            MentoringPair pair = pair(held.get(line.row().key(columns())), line.row(), numbered, schools);
            if (taken.stream().anyMatch(pair::crosses)) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("from", "staff.mentoring.refused.already")));
            } else {
                taken.add(pair);
            }
        }
    }

    private Map<String, Person> numbered(Collection<SheetRow> rows) {
        return known.staff().numbered(rows, "mentor", "mentee");
    }

    private MentoringPair pair(@Nullable MentoringPair before, SheetRow row, Map<String, Person> numbered,
            KnownSchools schools) {
        Two two = new Two(Staff.id(numbered, row.get("mentor")), Staff.id(numbered, row.get("mentee")),
                schools.id(row.get("mentor-school")), schools.id(row.get("mentee-school")));
        return new MentoringPair(before == null ? known.ids().next() : before.id(), two,
                new Agreement(row.get("agreement"), LocalDate.parse(row.get("agreed-on")),
                        row.has("weeks") ? Integer.valueOf(row.get("weeks")) : null),
                LocalDate.parse(row.get("from")), row.has("to") ? LocalDate.parse(row.get("to")) : null,
                row.has("ended-on") ? new Ending(LocalDate.parse(row.get("ended-on")), row.get("reason")) : null);
    }

    /** The pairs of the rows' mentees, by natural key. */
    private Map<String, MentoringPair> held(Collection<SheetRow> rows) {
        Map<String, MentoringPair> held = new HashMap<>();
        Set<UUID> mentees = new HashSet<>();
        known.staff().numbered(rows, "mentee").values().forEach(person -> mentees.add(person.id()));
        written(store.ofPeople(mentees)).forEach((pair, row) -> held.put(row.key(columns()), pair));
        return held;
    }

    private Map<MentoringPair, SheetRow> written(List<MentoringPair> pairs) {
        Map<UUID, Person> byId = known.staff().byId();
        Map<UUID, String> names = known.staff().allSchools().stream()
                .collect(Collectors.toMap(School::id, School::name));
        Map<MentoringPair, SheetRow> rows = new LinkedHashMap<>();
        for (MentoringPair pair : pairs) {
            Ending ending = pair.ending();
            rows.put(pair, SheetRow.of("mentor", Staff.number(byId, pair.two().mentor()), "mentee",
                    Staff.number(byId, pair.two().mentee()), "mentor-school",
                    names.getOrDefault(pair.two().mentorSchool(), ""), "mentee-school",
                    names.getOrDefault(pair.two().menteeSchool(), ""), "agreement", pair.agreement().document(),
                    "agreed-on", pair.agreement().on().toString(), "weeks", TitleSheet.text(pair.agreement().weeks()),
                    "from", pair.from().toString(), "to", TitleSheet.text(pair.to()), "ended-on",
                    ending == null ? "" : ending.on().toString(), "reason", ending == null ? "" : ending.reason()));
        }
        return rows;
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Set<String> wanted = keys.stream().map(row -> row.key(columns())).collect(Collectors.toSet());
        Map<String, SheetRow> found = new HashMap<>();
        written(List.copyOf(held(keys).values())).values().forEach(row -> found.put(row.key(columns()), row));
        found.keySet().retainAll(wanted);
        return found;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<String, Person> numbered = numbered(rows);
        KnownSchools schools = known.staff().schools();
        Map<String, MentoringPair> held = held(rows);
        List<MentoringPair> all = new ArrayList<>();
        List<UUID> fresh = new ArrayList<>();
        for (SheetRow row : rows) {
            MentoringPair before = held.get(row.key(columns()));
            MentoringPair pair = pair(before, row, numbered, schools);
            all.add(pair);
            if (before == null) {
                fresh.add(pair.id());
            }
        }
        changes.put(all, fresh);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, MentoringPair> held = held(rows);
        changes.forget(rows.stream().map(row -> held.get(row.key(columns()))).filter(Objects::nonNull).toList());
    }

    @Override
    public List<SheetRow> all() {
        return written(store.all()).values().stream().filter(row -> row.has("mentor") && row.has("mentee")).toList();
    }
}

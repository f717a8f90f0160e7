package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.community.Community;
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
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is posted to what, from when to when; rights follow from it. Bureau administrators are not made by a spreadsheet. */
@Component
class PostingSheet implements SheetKind {

    private static final Column ROLE = Column.key("role",
            Cell.oneOf("教师", "TEACHER", "校长", "PRINCIPAL", "学校教务", "SCHOOL_CLERK", "教务", "SCHOOL_CLERK", "学科指导组召集人",
                    "CONVENOR", "召集人", "CONVENOR", "蹲点教研员", "RESEARCHER", "教研员", "RESEARCHER", "顾问", "ADVISER", "研训部",
                    "TRAINING_DEPARTMENT", "督学", "INSPECTOR", "章程修改人", "CHARTER_EDITOR", "局职员", "BUREAU_CLERK", "局领导",
                    "BUREAU_LEADER"),
            "岗位", "职务", "角色");
    private static final Column SCHOOL = Column.optionalKey("school", Cell.words(60), "学校名称", "学校", "单位名称");
    private static final Column COMMUNITY = Column.optionalKey("community", Cell.words(60), "共同体名称", "共同体");
    private static final Column SUBJECT = Column.optionalKey("subject", Cell.words(20), "学科", "科目");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自", "任职日期");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至", "离任日期");

    private final PeopleStore store;
    private final Staff staff;
    private final Ids ids;

    PostingSheet(PeopleStore store, Staff staff, Ids ids) {
        this.store = store;
        this.staff = staff;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "postings";
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(PeopleSheet.NUMBER, ROLE, SCHOOL, COMMUNITY, SUBJECT, FROM, TO);
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSchools schools = staff.schools();
        Map<String, Community> communities = staff.communities();
        return row -> {
            Community community = communities.get(row.get("community"));
            SheetRow known = row.with("school", schools.name(row.get("school")));
            return community == null ? known : known.with("community", community.name());
        };
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        KnownSchools schools = staff.schools();
        Map<Integer, List<Problem>> problems = new HashMap<>(schools.check(lines, "school"));
        staff.checkNumbers(lines, "number", problems);
        Map<String, Community> communities = staff.communities();
        List<String> subjects = staff.subjects();
        for (SheetLine line : lines) {
            Problem wrong = wrong(line.row(), communities, subjects);
            if (wrong != null) {
                problems.putIfAbsent(line.number(), List.of(wrong));
            }
        }
        return problems;
    }

    /** A posting names just what its role reaches. */
    private static @Nullable Problem wrong(SheetRow row, Map<String, Community> communities, List<String> subjects) {
        Role.Reach reach = Role.valueOf(row.get("role")).reach();
        boolean school = reach == Role.Reach.SCHOOL;
        boolean community = reach == Role.Reach.COMMUNITY || reach == Role.Reach.SUBJECT_GROUP;
        boolean subject = reach == Role.Reach.SUBJECT_GROUP;
        if (row.has("school") != school) {
            return Problem.at("school", school ? "staff.sheet.school-missing" : "staff.sheet.not-for-role");
        }
        if (row.has("community") != community) {
            return Problem.at("community", community ? "staff.sheet.community-missing" : "staff.sheet.not-for-role");
        }
        if (row.has("subject") != subject) {
            return Problem.at("subject", subject ? "staff.sheet.subject-missing" : "staff.sheet.not-for-role");
        }
        if (community && !communities.containsKey(row.get("community"))) {
            return Problem.at("community", "staff.sheet.community", row.get("community"));
        }
        if (subject && !subjects.contains(row.get("subject"))) {
            return Problem.at("subject", "staff.sheet.subject", row.get("subject"));
        }
        return row.has("to") && row.get("to").compareTo(row.get("from")) < 0
                ? Problem.at("to", "intake.row.last-before-first")
                : null;
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Map<String, SheetRow> known = new HashMap<>();
        held(keys).forEach((key, posting) -> known.put(key, posting.row()));
        known.keySet().retainAll(keys.stream().map(row -> row.key(columns())).toList());
        return known;
    }

    private record Held(PersonPosting posting, SheetRow row) {}

    /** Every posting of the people whom the rows name. */
    private Map<String, Held> held(Collection<SheetRow> rows) {
        Map<UUID, String> numbers = new HashMap<>();
        staff.numbered(rows, "number").forEach((number, person) -> numbers.put(person.id(), number));
        Map<String, Held> known = new HashMap<>();
        written(numbers).forEach(held -> known.put(held.row().key(columns()), held));
        return known;
    }

    private List<Held> written(Map<UUID, String> numbers) {
        Map<UUID, String> names = new HashMap<>();
        for (School school : staff.allSchools()) {
            names.put(school.id(), school.name());
        }
        staff.communities().values().forEach(community -> names.put(community.id(), community.name()));
        return store.postingsOf(numbers.keySet()).stream().filter(PostingSheet::inSheets)
                .map(posting -> new Held(posting, SheetRow.of("number", numbers.getOrDefault(posting.person(), ""),
                        "role", posting.role().name(), "school", name(names, posting.school()), "community",
                        name(names, posting.community()), "subject",
                        posting.subject() == null ? "" : posting.subject(), "from", posting.from().toString(), "to",
                        posting.to() == null ? "" : posting.to().toString())))
                .toList();
    }

    private static boolean inSheets(PersonPosting posting) {
        return ROLE.cell() instanceof Cell.OneOf one && one.values().containsValue(posting.role().name());
    }

    private static String name(Map<UUID, String> names, @Nullable UUID id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<String, Person> known = staff.numbered(rows, "number");
        KnownSchools schools = staff.schools();
        Map<String, Community> communities = staff.communities();
        List<PersonPosting> postings = new ArrayList<>();
        for (SheetRow row : rows) {
            Community community = communities.get(row.get("community"));
            postings.add(new PersonPosting(ids.next(), Staff.id(known, row.get("number")),
                    Role.valueOf(row.get("role")), row.has("school") ? schools.id(row.get("school")) : null,
                    community == null ? null : community.id(), row.has("subject") ? row.get("subject") : null,
                    LocalDate.parse(row.get("from")), row.has("to") ? LocalDate.parse(row.get("to")) : null));
        }
        store.putPostings(postings);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, Held> known = held(rows);
        store.removePostings(rows.stream().map(row -> known.get(row.key(columns()))).filter(java.util.Objects::nonNull)
                .map(held -> held.posting().id()).toList());
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, String> numbers = new HashMap<>();
        Map<UUID, Person> known = staff.byId();
        known.keySet().forEach(id -> numbers.put(id, Staff.number(known, id)));
        return written(numbers).stream().map(Held::row).toList();
    }
}

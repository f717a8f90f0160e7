package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.Rank;
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
import org.jiaogongti.platform.staff.store.PlacementStore;
import org.springframework.stereotype.Component;

/** Secondments and teaching placements (挂职、任教); each counts for the duties of both schools. */
@Component
class PlacementSheet implements SheetKind {

    private static final Column FROM_SCHOOL = Column.required("from-school", Cell.words(60), "派出学校", "原学校");
    private static final Column TO_SCHOOL = Column.key("to-school", Cell.words(60), "接收学校", "到哪所学校", "挂职学校");
    private static final Column RANK = Column.required("rank", RankSheet.RANKS, "身份", "职务");
    private static final Column PERMANENT = Column.required("permanent", Cell.yesNo(), "在编", "是否在编");
    private static final Column YOUNG = Column.required("young", Cell.yesNo(), "青年教师", "是否青年教师");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");
    private static final Column MENTOR = Column.optional("mentor", Cell.words(30), "导师工号", "导师");

    private final PlacementStore store;
    private final Placements placements;
    private final Staff staff;
    private final Ids ids;

    PlacementSheet(PlacementStore store, Placements placements, Staff staff, Ids ids) {
        this.store = store;
        this.placements = placements;
        this.staff = staff;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "placements";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 100;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(PeopleSheet.NUMBER, FROM_SCHOOL, TO_SCHOOL, RANK, PERMANENT, YOUNG, FROM, TO, MENTOR);
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSchools schools = staff.schools();
        return row -> row.with("from-school", schools.name(row.get("from-school"))).with("to-school",
                schools.name(row.get("to-school")));
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        KnownSchools schools = staff.schools();
        Map<Integer, List<Problem>> problems = new HashMap<>(schools.check(lines, "from-school"));
        schools.check(lines, "to-school").forEach(problems::putIfAbsent);
        staff.checkNumbers(lines, "number", problems);
        staff.checkNumbers(lines, "mentor", problems);
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            if (row.get("from-school").equals(row.get("to-school"))) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("to-school", "staff.sheet.same-school")));
            }
            if (row.has("to") && row.get("to").compareTo(row.get("from")) < 0) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("to", "intake.row.last-before-first")));
            }
        }
        return problems;
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Map<String, SheetRow> known = new HashMap<>();
        held(keys).forEach((key, held) -> known.put(key, held.row()));
        known.keySet().retainAll(keys.stream().map(row -> row.key(columns())).toList());
        return known;
    }

    private record Held(PersonPlacement placement, SheetRow row) {}

    private Map<String, Held> held(Collection<SheetRow> rows) {
        Map<String, Held> known = new HashMap<>();
        written(staff.numbered(rows, "number").values().stream().map(Person::id).toList())
                .forEach(held -> known.put(held.row().key(columns()), held));
        return known;
    }

    private List<Held> written(Collection<UUID> of) {
        Map<UUID, Person> people = staff.byId();
        Map<UUID, String> names = new HashMap<>();
        for (School school : staff.allSchools()) {
            names.put(school.id(), school.name());
        }
        List<Held> written = new ArrayList<>();
        for (PersonPlacement placement : store.ofPeople(of)) {
            LocalDate to = placement.to();
            written.add(new Held(placement, SheetRow.of("number", Staff.number(people, placement.person()),
                    "from-school", names.getOrDefault(placement.fromSchool(), ""), "to-school",
                    names.getOrDefault(placement.toSchool(), ""), "rank", placement.rank().name(), "permanent",
                    Boolean.toString(placement.permanent()), "young", Boolean.toString(placement.young()), "from",
                    placement.from().toString(), "to", to == null ? "" : to.toString(), "mentor",
                    Staff.number(people, placement.mentor()))));
        }
        return written;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<String, Person> people = staff.numbered(rows, "number", "mentor");
        KnownSchools schools = staff.schools();
        Map<String, Held> known = held(rows);
        List<PersonPlacement> all = new ArrayList<>();
        for (SheetRow row : rows) {
            Held before = known.get(row.key(columns()));
            all.add(new PersonPlacement(before == null ? ids.next() : before.placement().id(),
                    Staff.id(people, row.get("number")), schools.id(row.get("from-school")),
                    schools.id(row.get("to-school")), Rank.valueOf(row.get("rank")),
                    Boolean.parseBoolean(row.get("permanent")), Boolean.parseBoolean(row.get("young")),
                    LocalDate.parse(row.get("from")), row.has("to") ? LocalDate.parse(row.get("to")) : null,
                    row.has("mentor") ? Staff.id(people, row.get("mentor")) : null));
        }
        placements.count(all);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, Held> known = held(rows);
        placements.forget(rows.stream().map(row -> known.get(row.key(columns()))).filter(java.util.Objects::nonNull)
                .map(held -> held.placement().id()).toList());
    }

    @Override
    public List<SheetRow> all() {
        return written(staff.byId().keySet()).stream().map(Held::row).toList();
    }
}

package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.DatedRows;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.jiaogongti.platform.school.store.SiteStore;
import org.springframework.stereotype.Component;

/** Campuses, 完小 and teaching points, each under its school from when to when. */
@Component
class CampusSheet implements SheetKind {

    private static final Column NAME = Column.key("name", Cell.words(60), "名称", "校区名称", "教学点名称", "校区", "教学点");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column SCHOOL = Column.required("school", Cell.words(60), "所属学校", "中心校", "学校", "学校名称");
    private static final Column KIND = Column.required("kind",
            Cell.oneOf("校区", "CAMPUS", "完小", "COMPLETE", "教学点", "TEACHING_POINT"), "类别", "种类");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    private final SiteStore store;
    private final SchoolStore schools;
    private final WorldChanges worldChanges;

    CampusSheet(SiteStore store, SchoolStore schools, WorldChanges worldChanges) {
        this.store = store;
        this.schools = schools;
        this.worldChanges = worldChanges;
    }

    @Override
    public String code() {
        return "campuses";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 12;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(NAME, SCHOOL, KIND, FROM, TO);
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSchools known = KnownSchools.of(schools.all());
        return row -> row.with("school", known.name(row.get("school")));
    }

    /** A place belongs to one school on any day, and not to itself. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>(KnownSchools.of(schools.all()).check(lines, "school"));
        lines.stream().filter(line -> line.row().get("name").equals(line.row().get("school"))).forEach(
                line -> problems.put(line.number(), List.of(Problem.at("school", "school.sheet.campus-of-itself"))));
        DatedRows.check(lines, columns(), DatedRows.overlaid(all(), earlier, columns()),
                row -> row.get("name"), problems);
        return problems;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        List<Campus> campuses = campuses(rows);
        Set<String> touched = touched(campuses);
        store.putCampuses(campuses);
        changed(campuses, touched);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        List<Campus> campuses = campuses(rows);
        Set<String> touched = touched(campuses);
        store.removeCampuses(rows.stream().map(row -> row.get("name")).toList(),
                rows.stream().map(row -> row.get("from")).toList());
        changed(campuses, touched);
    }

    private List<Campus> campuses(List<SheetRow> rows) {
        KnownSchools known = KnownSchools.of(schools.all());
        return rows.stream()
                .map(row -> new Campus(row.get("name"), known.id(row.get("school")),
                        Campus.Kind.valueOf(row.get("kind")), LocalDate.parse(row.get("from")),
                        row.has("to") ? LocalDate.parse(row.get("to")) : null))
                .toList();
    }

    /** Only a place that is a school of its own moves duties: its own, those of its schools now, and of those before. */
    private Set<String> touched(List<Campus> campuses) {
        Map<String, UUID> byName = new HashMap<>();
        schools.all().forEach(school -> byName.put(school.name(), school.id()));
        Set<String> names = new HashSet<>(campuses.stream().map(Campus::name).filter(byName::containsKey).toList());
        Set<String> touched = new HashSet<>();
        names.forEach(name -> touched.add(String.valueOf(byName.get(name))));
        campuses.stream().filter(campus -> names.contains(campus.name()))
                .forEach(campus -> touched.add(campus.school().toString()));
        store.campuses().stream().filter(campus -> names.contains(campus.name()))
                .forEach(campus -> touched.add(campus.school().toString()));
        return touched;
    }

    private void changed(List<Campus> campuses, Set<String> touched) {
        if (!touched.isEmpty()) {
            campuses.stream().map(Campus::from).min(LocalDate::compareTo).ifPresent(first -> worldChanges
                    .changed(new WorldChange(Set.of(), touched, first, LocalDate.MAX)));
        }
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, String> names = new HashMap<>();
        schools.all().forEach(school -> names.put(school.id(), school.name()));
        return store.campuses().stream()
                .map(campus -> SheetRow.of("name", campus.name(), "school", names.getOrDefault(campus.school(), ""),
                        "kind", campus.kind().name(), "from", campus.from().toString(), "to",
                        campus.to() == null ? "" : campus.to().toString()))
                .toList();
    }
}

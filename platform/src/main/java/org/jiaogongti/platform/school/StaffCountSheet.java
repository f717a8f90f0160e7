package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.springframework.stereotype.Component;

/** Full-time teachers of each school from a day on: the base of "1/5". */
@Component
class StaffCountSheet implements SheetKind {

    private static final Column SCHOOL = Column.key("school", Cell.words(60), "学校名称", "学校", "校名", "单位名称");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "日期", "统计日期", "自");
    private static final Column TEACHERS = Column.required("teachers", Cell.whole(0, 2_000), "专任教师数", "教师数", "专任教师",
            "人数");

    private final SchoolStore store;
    private final WorldChanges worldChanges;

    StaffCountSheet(SchoolStore store, WorldChanges worldChanges) {
        this.store = store;
        this.worldChanges = worldChanges;
    }

    @Override
    public String code() {
        return "staff-counts";
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(SCHOOL, FROM, TEACHERS);
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSchools schools = KnownSchools.of(store.all());
        return row -> row.with("school", schools.name(row.get("school")));
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        return KnownSchools.of(store.all()).check(lines, "school");
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.putStaffCounts(counts(rows));
        changed(rows);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.removeStaffCounts(counts(rows));
        changed(rows);
    }

    private List<StaffCount> counts(List<SheetRow> rows) {
        KnownSchools schools = KnownSchools.of(store.all());
        List<StaffCount> counts = new ArrayList<>();
        rows.forEach(row -> counts.add(new StaffCount(schools.id(row.get("school")), LocalDate.parse(row.get("from")),
                Integer.parseInt(row.get("teachers")))));
        return counts;
    }

    private void changed(List<SheetRow> rows) {
        List<StaffCount> counts = counts(rows);
        Set<String> schools = new HashSet<>(counts.stream().map(count -> count.school().toString()).toList());
        counts.stream().map(StaffCount::from).min(Comparator.naturalOrder()).ifPresent(first -> worldChanges
                .changed(new WorldChange(Set.of(), schools, first, LocalDate.MAX)));
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, String> names = new HashMap<>();
        store.all().forEach(school -> names.put(school.id(), school.name()));
        return store.staffCounts().stream().map(count -> SheetRow.of("school", names.getOrDefault(count.school(), ""),
                "from", count.from().toString(), "teachers", Integer.toString(count.teachers()))).toList();
    }
}

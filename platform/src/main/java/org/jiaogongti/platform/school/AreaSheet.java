package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jiaogongti.platform.school.store.SchoolStore;
import org.jiaogongti.platform.school.store.SiteStore;
import org.springframework.stereotype.Component;

/** Townships and former cooperation zones: which school belonged to which, from when to when. */
@Component
class AreaSheet implements SheetKind {

    private static final Column SCHOOL = Column.key("school", Cell.words(60), "学校名称", "学校", "校名", "单位名称");
    private static final Column KIND = Column.key("kind",
            Cell.oneOf("镇街道", "TOWNSHIP", "镇", "TOWNSHIP", "街道", "TOWNSHIP", "乡镇", "TOWNSHIP", "协作区", "ZONE", "原协作区",
                    "ZONE", "教研片", "ZONE"),
            "种类", "类别");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column AREA = Column.required("area", Cell.words(40), "归属", "所属", "镇街道或协作区");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    private final SiteStore store;
    private final SchoolStore schools;

    AreaSheet(SiteStore store, SchoolStore schools) {
        this.store = store;
        this.schools = schools;
    }

    @Override
    public String code() {
        return "areas";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 14;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(SCHOOL, KIND, AREA, FROM, TO);
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSchools known = KnownSchools.of(schools.all());
        return row -> row.with("school", known.name(row.get("school")));
    }

    /** A school is in one township and in one zone on any day. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>(KnownSchools.of(schools.all()).check(lines, "school"));
        DatedRows.check(lines, columns(), DatedRows.overlaid(all(), earlier, columns()),
                row -> row.get("school") + "\u001F" + row.get("kind"), problems);
        return problems;
    }

    /** No duty asks for townships or zones, so nothing is derived again. */
    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.putAreas(areas(rows));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.removeAreas(areas(rows));
    }

    private List<SchoolArea> areas(List<SheetRow> rows) {
        KnownSchools known = KnownSchools.of(schools.all());
        return rows.stream()
                .map(row -> new SchoolArea(known.id(row.get("school")), SchoolArea.Kind.valueOf(row.get("kind")),
                        row.get("area"), LocalDate.parse(row.get("from")),
                        row.has("to") ? LocalDate.parse(row.get("to")) : null))
                .toList();
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, String> names = new HashMap<>();
        schools.all().forEach(school -> names.put(school.id(), school.name()));
        return store.areas().stream()
                .map(area -> SheetRow.of("school", names.getOrDefault(area.school(), ""), "kind", area.kind().name(),
                        "area", area.area(), "from", area.from().toString(), "to",
                        area.to() == null ? "" : area.to().toString()))
                .toList();
    }
}

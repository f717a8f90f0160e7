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
import org.jiaogongti.platform.school.store.SupportStore;
import org.springframework.stereotype.Component;

/** Schools that are listed as weak (薄弱学校): from when to when, and on what ground. */
@Component
class SupportedSchoolSheet implements SheetKind {

    private static final List<Column> COLUMNS = List.of(
            Column.key("school", Cell.words(60), "学校名称", "学校", "校名", "薄弱学校"),
            Column.key("from", Cell.day(), "起始日期", "起", "自"), Column.optional("to", Cell.day(), "结束日期", "止", "至"),
            Column.required("basis", Cell.words(200), "依据", "依据的数据或决定", "理由"),
            Column.optional("document", Cell.words(120), "文件", "文号", "文件号"));

    private final SupportStore store;
    private final SchoolStore schools;

    SupportedSchoolSheet(SupportStore store, SchoolStore schools) {
        this.store = store;
        this.schools = schools;
    }

    @Override
    public String code() {
        return "supported-schools";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 62;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSchools known = KnownSchools.of(schools.all());
        return row -> row.with("school", known.name(row.get("school")));
    }

    /** A school is listed once on any day. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>(KnownSchools.of(schools.all()).check(lines, "school"));
        DatedRows.check(lines, COLUMNS, DatedRows.overlaid(all(), earlier, COLUMNS), row -> row.get("school"),
                problems);
        return problems;
    }

    /** No duty asks which schools are listed, so nothing is derived again. */
    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.put(entries(rows));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.remove(entries(rows));
    }

    private List<SupportedSchool> entries(List<SheetRow> rows) {
        KnownSchools known = KnownSchools.of(schools.all());
        return rows.stream().map(row -> new SupportedSchool(known.id(row.get("school")),
                LocalDate.parse(row.get("from")), row.has("to") ? LocalDate.parse(row.get("to")) : null,
                row.get("basis"), row.get("document"))).toList();
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, String> names = new HashMap<>();
        schools.all().forEach(school -> names.put(school.id(), school.name()));
        return store.all().stream()
                .map(row -> SheetRow.of("school", names.getOrDefault(row.school(), ""), "from", row.from().toString(),
                        "to", row.to() == null ? "" : row.to().toString(), "basis", row.basis(), "document",
                        row.document()))
                .toList();
    }
}

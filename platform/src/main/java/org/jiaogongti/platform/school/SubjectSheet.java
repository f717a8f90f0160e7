package org.jiaogongti.platform.school;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.springframework.stereotype.Component;

/** Subjects taught in the district, in the order of the rows. */
@Component
class SubjectSheet implements SheetKind {

    private static final Column NAME = Column.key("name", Cell.words(20), "学科", "学科名称", "科目");
    private static final Column CODE = Column.optional("code", Cell.courseCode(), "课程代码", "学科代码", "科目代码");

    private final SchoolStore store;

    SubjectSheet(SchoolStore store) {
        this.store = store;
    }

    @Override
    public String code() {
        return "subjects";
    }

    @Override
    public int position() {
        return 8;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(NAME, CODE);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        return Map.of();
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.addSubjects(rows.stream().map(row -> row.get("name")).toList());
        Map<String, String> codes = new HashMap<>();
        rows.forEach(row -> codes.put(row.get("name"), row.get("code")));
        store.putSubjectCodes(codes);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.removeSubjects(rows.stream().map(row -> row.get("name")).toList());
    }

    @Override
    public List<SheetRow> all() {
        Map<String, String> codes = store.subjectCodes();
        return store.subjects().stream()
                .map(name -> SheetRow.of("name", name, "code", codes.getOrDefault(name, ""))).toList();
    }
}

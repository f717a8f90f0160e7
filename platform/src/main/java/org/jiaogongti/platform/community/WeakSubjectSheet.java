package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.SheetRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Weak subjects of the schools (薄弱学科), within the community that works on them. */
@Component
class WeakSubjectSheet extends DatedSubjectSheet<SchoolWeakSubject> {

    private static final Column SCHOOL = Column.key("school", Cell.words(60), "学校名称", "学校", "校名", "单位名称");

    WeakSubjectSheet(Ground ground) {
        super(ground);
    }

    @Override
    public String code() {
        return "weak-subjects";
    }

    @Override
    public int position() {
        return 60;
    }

    @Override
    public List<Column> columns() {
        return List.of(COMMUNITY, SCHOOL, SUBJECT, FROM, TO);
    }

    @Override
    SchoolWeakSubject entry(Names names, SheetRow row, LocalDate from, @Nullable LocalDate to) {
        return new SchoolWeakSubject(names.community(row.get("community")), names.school(row.get("school")),
                row.get("subject"), from, to);
    }

    @Override
    void putAll(List<SchoolWeakSubject> entries) {
        ground.store().putWeakSubjects(entries);
    }

    @Override
    void removeAll(List<SchoolWeakSubject> entries) {
        ground.store().removeWeakSubjects(entries);
    }

    @Override
    public List<SheetRow> all() {
        Names names = ground.names();
        return ground.store().weakSubjects().stream()
                .map(held -> SheetRow.of("community", names.name(held.community()), "school",
                        names.name(held.school()), "subject", held.subject(), "from", held.from().toString(), "to",
                        held.to() == null ? "" : held.to().toString()))
                .toList();
    }
}

package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.SheetRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Subject guidance groups (学科指导组) of the communities. */
@Component
class GroupSheet extends DatedSubjectSheet<SubjectGroup> {

    GroupSheet(Ground ground) {
        super(ground);
    }

    @Override
    public String code() {
        return "subject-groups";
    }

    @Override
    public int position() {
        return 50;
    }

    @Override
    public List<Column> columns() {
        return List.of(COMMUNITY, SUBJECT, FROM, TO);
    }

    @Override
    SubjectGroup entry(Names names, SheetRow row, LocalDate from, @Nullable LocalDate to) {
        return new SubjectGroup(names.community(row.get("community")), row.get("subject"), from, to);
    }

    @Override
    void putAll(List<SubjectGroup> entries) {
        ground.store().putGroups(entries);
    }

    @Override
    void removeAll(List<SubjectGroup> entries) {
        ground.store().removeGroups(entries);
    }

    @Override
    public List<SheetRow> all() {
        Names names = ground.names();
        return ground.store().groups().stream().map(held -> SheetRow.of("community", names.name(held.community()),
                "subject", held.subject(), "from", held.from().toString(), "to",
                held.to() == null ? "" : held.to().toString())).toList();
    }
}

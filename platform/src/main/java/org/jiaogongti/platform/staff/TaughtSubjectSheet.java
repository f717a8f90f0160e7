package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.staff.store.RegisterStore;
import org.springframework.stereotype.Component;

/** Who teaches which subject, from when to when. */
@Component
class TaughtSubjectSheet extends PersonSheet<TaughtSubject> {

    private static final Column SUBJECT = Column.key("subject", Cell.words(20), "任教学科", "学科", "科目");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    private final RegisterStore store;

    TaughtSubjectSheet(RegisterStore store, Staff staff) {
        super(staff);
        this.store = store;
    }

    @Override
    public String code() {
        return "taught-subjects";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 84;
    }

    @Override
    public List<Column> columns() {
        return List.of(PeopleSheet.NUMBER, SUBJECT, FROM, TO);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = super.check(lines, earlier);
        List<String> subjects = staff().subjects();
        for (SheetLine line : lines) {
            String subject = line.row().get("subject");
            if (!subjects.contains(subject)) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("subject", "staff.sheet.subject", subject)));
            }
        }
        return problems;
    }

    @Override
    List<TaughtSubject> known(Collection<UUID> people) {
        return store.subjects(people);
    }

    @Override
    UUID person(TaughtSubject taught) {
        return taught.person();
    }

    @Override
    SheetRow row(String number, TaughtSubject taught) {
        return SheetRow.of("number", number, "subject", taught.subject(), "from", taught.from().toString(), "to",
                TitleSheet.text(taught.to()));
    }

    @Override
    TaughtSubject line(UUID person, SheetRow row) {
        return new TaughtSubject(person, row.get("subject"), LocalDate.parse(row.get("from")),
                row.has("to") ? LocalDate.parse(row.get("to")) : null);
    }

    @Override
    void putAll(List<TaughtSubject> subjects) {
        store.putSubjects(subjects);
    }

    @Override
    void removeAll(List<TaughtSubject> subjects) {
        store.removeSubjects(subjects);
    }
}

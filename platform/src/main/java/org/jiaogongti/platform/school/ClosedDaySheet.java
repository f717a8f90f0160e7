package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.store.CalendarStore;
import org.springframework.stereotype.Component;

/** Days on which no school is open. */
@Component
class ClosedDaySheet implements SheetKind {

    private static final Column DAY = Column.key("day", Cell.day(), "日期", "停课日");
    private static final Column NAME = Column.required("name", Cell.words(40), "名称", "原因", "节日");

    private final CalendarStore store;
    private final CalendarWriting writing;

    ClosedDaySheet(CalendarStore store, CalendarWriting writing) {
        this.store = store;
        this.writing = writing;
    }

    @Override
    public String code() {
        return "closed-days";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 6;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(DAY, NAME);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        return Map.of();
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        SchoolCalendar before = writing.held();
        writing.write(actor, before, before.with(new SchoolCalendar(List.of(), List.of(),
                rows.stream().map(row -> new ClosedDay(LocalDate.parse(row.get("day")), row.get("name"))).toList())));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        SchoolCalendar before = writing.held();
        writing.write(actor, before,
                before.open(rows.stream().map(row -> LocalDate.parse(row.get("day"))).toList()));
    }

    @Override
    public List<SheetRow> all() {
        return store.read().closedDays().stream()
                .map(day -> SheetRow.of("day", day.day().toString(), "name", day.name()))
                .toList();
    }
}

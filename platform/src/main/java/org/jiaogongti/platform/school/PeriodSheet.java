package org.jiaogongti.platform.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.store.CalendarStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Terms, school years, calendar years and rounds. */
@Component
class PeriodSheet implements SheetKind {

    private static final Column NAME = Column.key("name", Cell.words(40), "名称", "学期", "时段");
    private static final Column KIND = Column.required("kind", Cell.oneOf("学期", "TERM", "学年", "SCHOOL_YEAR", "年度",
            "CALENDAR_YEAR", "轮", "ROUND"), "种类", "类别");
    private static final Column FIRST = Column.required("first", Cell.day(), "起", "开始日期", "开学日期", "第一天");
    private static final Column LAST = Column.required("last", Cell.day(), "止", "结束日期", "放假日期", "最后一天");
    private static final Column MIDTERM = Column.optional("midterm", Cell.day(), "期中周的周一", "期中周");

    private final CalendarStore store;
    private final CalendarWriting writing;

    PeriodSheet(CalendarStore store, CalendarWriting writing) {
        this.store = store;
        this.writing = writing;
    }

    @Override
    public String code() {
        return "periods";
    }

    @Override
    public int position() {
        return 5;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(NAME, KIND, FIRST, LAST, MIDTERM);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        for (SheetLine line : lines) {
            Problem wrong = wrong(line.row());
            if (wrong != null) {
                problems.put(line.number(), List.of(wrong));
            }
        }
        return problems;
    }

    private static @Nullable Problem wrong(SheetRow row) {
        LocalDate first = LocalDate.parse(row.get("first"));
        LocalDate last = LocalDate.parse(row.get("last"));
        if (last.isBefore(first)) {
            return Problem.at("last", "intake.row.last-before-first");
        }
        if (row.has("midterm")) {
            LocalDate midterm = LocalDate.parse(row.get("midterm"));
            if (!row.get("kind").equals("TERM")) {
                return Problem.at("midterm", "school.sheet.midterm-only-term");
            }
            if (midterm.getDayOfWeek() != DayOfWeek.MONDAY || midterm.isBefore(first) || midterm.isAfter(last)) {
                return Problem.at("midterm", "school.sheet.midterm-monday", midterm);
            }
        }
        return null;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        SchoolCalendar before = writing.held();
        writing.write(actor, before, before.with(
                new SchoolCalendar(rows.stream().map(PeriodSheet::period).toList(), List.of(), List.of())));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        SchoolCalendar before = writing.held();
        writing.write(actor, before, before.without(rows.stream().map(row -> row.get("name")).toList()));
    }

    private static Period period(SheetRow row) {
        return new Period(row.get("name"), PeriodKind.valueOf(row.get("kind")),
                new DateRange(LocalDate.parse(row.get("first")), LocalDate.parse(row.get("last"))),
                row.has("midterm") ? LocalDate.parse(row.get("midterm")) : null);
    }

    @Override
    public List<SheetRow> all() {
        return store.read().periods().stream()
                .map(period -> SheetRow.of("name", period.name(), "kind", period.kind().name(), "first",
                        period.days().first().toString(), "last", period.days().last().toString(), "midterm",
                        period.midtermWeek() == null ? "" : period.midtermWeek().toString()))
                .toList();
    }
}

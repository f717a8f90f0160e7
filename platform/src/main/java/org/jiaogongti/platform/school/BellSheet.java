package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jiaogongti.platform.school.store.TimetableStore;
import org.springframework.stereotype.Component;

/** Bell times (作息时间) of every place, from a day to a day, so that summer and winter have their own. */
@Component
class BellSheet implements SheetKind {

    static final Column PERIOD = Column.key("period",
            Cell.oneOf("第1节", "1", "第2节", "2", "第3节", "3", "第4节", "4", "第5节", "5", "第6节", "6", "第7节", "7", "第8节", "8",
                    "第9节", "9", "第10节", "10", "第11节", "11", "第12节", "12", "第一节", "1", "第二节", "2", "第三节", "3", "第四节",
                    "4",
                    "第五节", "5", "第六节", "6", "第七节", "7", "第八节", "8", "1", "1", "2", "2", "3", "3", "4", "4", "5", "5",
                    "6", "6",
                    "7", "7", "8", "8", "9", "9", "10", "10", "11", "11", "12", "12"),
            "节次", "节", "第几节");
    private static final Column STARTS = Column.required("starts", new Cell.Clock(), "上课时刻", "上课", "开始");
    private static final Column ENDS = Column.required("ends", new Cell.Clock(), "下课时刻", "下课", "结束");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    private final TimetableStore store;
    private final SchoolStore schools;
    private final SiteStore sites;

    BellSheet(TimetableStore store, SchoolStore schools, SiteStore sites) {
        this.store = store;
        this.schools = schools;
        this.sites = sites;
    }

    @Override
    public String code() {
        return "bells";
    }

    @Override
    public int position() {
        return 112;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(ClassSheet.SCHOOL, ClassSheet.CAMPUS, PERIOD, STARTS, ENDS, FROM, TO);
    }

    private KnownSites known() {
        return KnownSites.of(schools.all(), sites.campuses());
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSites known = known();
        return row -> known.canonical(row, "school", "campus");
    }

    /** A period rings once a day, and the periods of a day follow each other. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        known().check(lines, "school", "campus", problems);
        lines.stream().filter(line -> line.row().get("ends").compareTo(line.row().get("starts")) <= 0)
                .forEach(line -> problems.putIfAbsent(line.number(),
                        List.of(Problem.at("ends", "school.sheet.bell-ends"))));
        List<SheetRow> held = DatedRows.overlaid(all(), earlier, columns());
        DatedRows.check(lines, columns(), held, row -> place(row) + "\u001F" + row.get("period"), problems);
        BellOrder.check(lines, columns(), held, BellSheet::place, problems);
        return problems;
    }

    private static String place(SheetRow row) {
        return row.get("school") + "\u001F" + row.get("campus");
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.putBells(bells(rows));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.removeBells(bells(rows));
    }

    private List<Bell> bells(List<SheetRow> rows) {
        KnownSites known = known();
        return rows.stream().map(row -> new Bell(known.site(row, "school", "campus"),
                Integer.parseInt(row.get("period")), LocalDate.parse(row.get("from")),
                row.has("to") ? LocalDate.parse(row.get("to")) : null, LocalTime.parse(row.get("starts")),
                LocalTime.parse(row.get("ends")))).toList();
    }

    @Override
    public List<SheetRow> all() {
        KnownSites known = known();
        return store.bells().stream()
                .map(bell -> SheetRow.of("school", known.name(bell.site()), "campus", bell.site().campus(), "period",
                        Integer.toString(bell.period()), "from", bell.from().toString(), "to",
                        bell.to() == null ? "" : bell.to().toString(), "starts", bell.starts().toString(), "ends",
                        bell.ends().toString()))
                .toList();
    }
}

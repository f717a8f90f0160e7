package org.jiaogongti.platform.school;

import java.time.LocalDate;
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

/** Classes of every school and teaching point, from a day to a day; how many sit in one is a number and nothing more. */
@Component
class ClassSheet implements SheetKind {

    static final Column SCHOOL = Column.key("school", Cell.words(60), "学校名称", "学校", "校名", "单位名称");
    static final Column CAMPUS = Column.optionalKey("campus", Cell.words(60), "校区或教学点", "校区", "教学点", "校区名称");
    private static final Column GRADE = Column.key("grade",
            Cell.oneOf("一年级", "1", "二年级", "2", "三年级", "3", "四年级", "4", "五年级", "5", "六年级", "6", "七年级", "7", "八年级", "8",
                    "九年级", "9", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九",
                    "9",
                    "1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "6", "6", "7", "7", "8", "8", "9", "9"),
            "年级");
    private static final Column NUMBER = Column.key("number", Cell.whole(1, 40), "班号", "班级序号", "班");
    private static final Column SIZE = Column.optional("size", Cell.whole(0, 200), "班额", "人数", "学生数");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    private final TimetableStore store;
    private final SchoolStore schools;
    private final SiteStore sites;

    ClassSheet(TimetableStore store, SchoolStore schools, SiteStore sites) {
        this.store = store;
        this.schools = schools;
        this.sites = sites;
    }

    @Override
    public String code() {
        return "classes";
    }

    @Override
    public int position() {
        return 110;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(SCHOOL, CAMPUS, GRADE, NUMBER, SIZE, FROM, TO);
    }

    private KnownSites known() {
        return KnownSites.of(schools.all(), sites.campuses());
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSites known = known();
        return row -> known.canonical(row, "school", "campus");
    }

    /** A place has a class once on any day. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        known().check(lines, "school", "campus", problems);
        DatedRows.check(lines, columns(), DatedRows.overlaid(all(), earlier, columns()),
                row -> String.join("\u001F", row.get("school"), row.get("campus"), row.get("grade"), row.get("number")),
                problems);
        return problems;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.putClasses(classes(rows));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.removeClasses(classes(rows));
    }

    private List<SchoolClass> classes(List<SheetRow> rows) {
        KnownSites known = known();
        return rows.stream().map(row -> new SchoolClass(known.site(row, "school", "campus"),
                new ClassName(Integer.parseInt(row.get("grade")), Integer.parseInt(row.get("number"))),
                LocalDate.parse(row.get("from")), row.has("to") ? LocalDate.parse(row.get("to")) : null,
                row.has("size") ? Integer.valueOf(row.get("size")) : null)).toList();
    }

    @Override
    public List<SheetRow> all() {
        KnownSites known = known();
        return store.classes().stream()
                .map(held -> SheetRow.of("school", known.name(held.site()), "campus", held.site().campus(), "grade",
                        Integer.toString(held.name().grade()), "number", Integer.toString(held.name().number()),
                        "from", held.from().toString(), "to", held.to() == null ? "" : held.to().toString(), "size",
                        held.size() == null ? "" : held.size().toString()))
                .toList();
    }
}

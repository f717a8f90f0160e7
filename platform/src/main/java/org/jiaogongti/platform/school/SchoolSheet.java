package org.jiaogongti.platform.school;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.store.CalendarStore;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** Schools from a spreadsheet; a school is known by its name. */
@Component
class SchoolSheet implements SheetKind {

    private static final Column NAME = Column.key("name", Cell.words(60), "学校名称", "学校", "校名", "单位名称");
    private static final Column SHORT = Column.optional("short", Cell.words(12), "简称", "学校简称");
    private static final Column CODE = Column.optional("code", Cell.schoolCode(), "学校标识码", "学校（机构）标识码", "标识码",
            "学校代码");
    private static final Column CREDIT = Column.optional("credit", Cell.socialCreditCode(), "统一社会信用代码", "社会信用代码",
            "信用代码");
    private static final Column KIND = Column.required("kind",
            Cell.oneOf("小学", "PRIMARY", "中心校", "CENTRAL", "中心小学", "CENTRAL", "镇街道中心校", "CENTRAL", "民办", "PRIVATE",
                    "民办学校",
                    "PRIVATE", "九年一贯制", "NINE_YEAR", "九年一贯", "NINE_YEAR", "九年一贯制学校", "NINE_YEAR", "教学点",
                    "TEACHING_POINT",
                    "完小", "COMPLETE"),
            "学校类别", "办学类型", "类别");
    private static final Column SETTING = Column.required("setting",
            Cell.oneOf("城区", "URBAN", "城镇", "TOWNSHIP", "镇区", "TOWNSHIP", "乡村", "RURAL", "农村", "RURAL"), "城乡类型",
            "城乡", "所在地");

    private final SchoolStore store;
    private final CalendarStore calendars;
    private final WorldChanges worldChanges;
    private final BusinessClock clock;
    private final Ids ids;

    SchoolSheet(SchoolStore store, CalendarStore calendars, WorldChanges worldChanges, BusinessClock clock, Ids ids) {
        this.store = store;
        this.calendars = calendars;
        this.worldChanges = worldChanges;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "schools";
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(NAME, SHORT, CODE, CREDIT, KIND, SETTING);
    }

    /** A code belongs to one school, in the file and in the table; both kinds of code never look alike. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<String, String> owners = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        store.all().forEach(school -> {
            names.put(school.id(), school.name());
            if (school.code() != null) {
                owners.put(school.code(), school.name());
            }
        });
        store.creditCodes().forEach((id, code) -> owners.put(code, names.getOrDefault(id, "")));
        Map<Integer, List<Problem>> problems = new HashMap<>();
        for (String column : List.of("code", "credit")) {
            earlier.stream().filter(row -> row.has(column))
                    .forEach(row -> owners.put(row.get(column), row.get("name")));
            lines.stream().filter(line -> line.row().has(column)).forEach(line -> {
                String code = line.row().get(column);
                String owner = owners.putIfAbsent(code, line.row().get("name"));
                if (owner != null && !owner.equals(line.row().get("name"))) {
                    problems.putIfAbsent(line.number(),
                            List.of(Problem.at(column, "school.sheet.code-taken", code, owner)));
                }
            });
        }
        return problems;
    }

    private static SheetRow row(School school, Map<UUID, String> credits) {
        String code = school.code();
        return SheetRow.of("name", school.name(), "short", school.shortName(), "code", code == null ? "" : code,
                "credit", credits.getOrDefault(school.id(), ""), "kind", school.kind().name(), "setting",
                school.setting().name());
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<String, School> known = new HashMap<>();
        store.all().forEach(school -> known.put(school.name(), school));
        int last = known.values().stream().mapToInt(School::position).max().orElse(0);
        List<School> schools = new ArrayList<>();
        for (SheetRow row : rows) {
            School before = known.get(row.get("name"));
            String shortName = row.has("short") ? row.get("short") : row.get("name");
            schools.add(new School(before == null ? ids.next() : before.id(), row.get("name"), shortName,
                    row.has("code") ? row.get("code") : null, SchoolKind.valueOf(row.get("kind")),
                    Setting.valueOf(row.get("setting")), before == null ? ++last : before.position()));
        }
        store.put(schools);
        Map<String, String> credits = new HashMap<>();
        rows.stream().filter(row -> row.has("credit")).forEach(row -> credits.put(row.get("name"), row.get("credit")));
        store.putCreditCodes(schools, credits);
        changed(schools.stream().map(School::key).toList());
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Set<String> names = new HashSet<>(rows.stream().map(row -> row.get("name")).toList());
        List<School> gone = store.all().stream().filter(school -> names.contains(school.name())).toList();
        store.remove(gone.stream().map(School::id).toList());
        changed(gone.stream().map(School::key).toList());
    }

    private void changed(Collection<String> schools) {
        worldChanges.changed(new WorldChange(Set.of(), new HashSet<>(schools),
                calendars.read().periods().stream().map(period -> period.days().first())
                        .min(java.util.Comparator.naturalOrder()).orElse(clock.today()),
                java.time.LocalDate.MAX));
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, String> credits = store.creditCodes();
        return store.all().stream().map(school -> row(school, credits)).toList();
    }
}

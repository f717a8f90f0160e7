package org.jiaogongti.platform.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.model.EntryReading;
import org.jiaogongti.platform.activity.model.Facts;
import org.jiaogongti.platform.activity.model.OccasionRows;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Consequence;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.school.Schools;
import org.springframework.stereotype.Component;

/**
 * Occasions from a spreadsheet, with their parts: read by the rules of the record form, counted like what was typed there. An
 * entry that a school made itself is never changed by a table.
 */
@Component
class OccasionTable implements SheetKind {

    private static final int LONGEST = 1_000;
    private static final List<Column> FIXED = List.of(Column.key("date", Cell.day(), "日期", "时间", "哪一天"),
            Column.key("school", Cell.words(60), "记录学校", "本校", "填报学校"),
            Column.optionalKey("day-part", dayParts(), "第几节", "节次"),
            Column.key("kind", Cell.words(60), "类型", "活动", "活动类型", "办的是什么"),
            Column.optional("lessons", Cell.whole(1, EntryReading.MOST_LESSONS), "节数", "节", "课时"),
            Column.optional("also", Cell.words(LONGEST), "同时还做了", "附带", "其他内容"),
            Column.optionalKey("host", Cell.words(60), "在哪所学校", "学校", "地点", "主办学校", "到哪"),
            Column.optionalKey("campus", Cell.words(60), "校区、完小、教学点", "校区", "完小", "教学点", "校区或教学点"),
            Column.optionalKey("leader", Cell.words(60), "带队学校", "谁去的学校", "派出学校", "上课学校"),
            Column.optionalKey("people", Cell.words(LONGEST), "教师", "谁去的", "姓名", "带队人"),
            Column.optional("rank",
                    Cell.oneOf("校长", "PRINCIPAL", "副校长", "VICE_PRINCIPAL", "中层干部", "CADRE", "名优骨干教师", "BACKBONE", "教师",
                            "TEACHER", "中层", "CADRE", "骨干教师", "BACKBONE", "骨干", "BACKBONE"),
                    "身份", "职务"),
            Column.optionalKey("subject", Cell.words(20), "学科", "科目"),
            Column.optionalKey("grades", Cell.words(40), "年级"), Column.optionalKey("class", Cell.words(40), "班级"),
            Column.optionalKey("topic", Cell.words(120), "课题", "主题", "内容"),
            Column.optional("participants", Cell.words(LONGEST), "参加", "参加人数", "参加学校", "人数"),
            Column.optional("also-in", Cell.words(LONGEST), "还属于哪些共同体", "其他共同体"));
    private static final Set<Step.What> ENTERED = Set.of(Step.What.RECORDED, Step.What.CHANGED, Step.What.AMENDED);

    private final OccasionImports imports;

    OccasionTable(OccasionImports imports) {
        this.imports = imports;
    }

    private static Cell.OneOf dayParts() {
        return Cell.oneOf("上午", "am", "上午第1节", "am-1", "上午第2节", "am-2", "上午第3节", "am-3", "上午第4节", "am-4", "下午", "pm",
                "下午第1节", "pm-1", "下午第2节", "pm-2", "下午第3节", "pm-3", "晚上", "evening", "全天", "day");
    }

    @Override
    public String code() {
        return "occasions";
    }

    @Override
    public int position() {
        return 200;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    /** Besides those of every record, one for each field that the district's kinds ask for; asked of the district. */
    @Override
    public List<Column> columns() {
        List<Column> all = new ArrayList<>(FIXED);
        imports.kinds().fields().forEach(
                field -> all.add(Column.optional(OccasionRows.column(field), Cell.words(LONGEST), field.name())));
        return all;
    }

    /** No field of a kind is part of the natural key. */
    private static String key(SheetRow row) {
        return row.key(FIXED);
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        return imports.rows()::canonical;
    }

    /** What is recorded as the row says it is not judged again, though the rules may have changed since. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        OccasionRows rows = imports.rows();
        Map<Integer, List<Problem>> problems = new HashMap<>();
        Map<String, Occasion> held = held(lines.stream().map(SheetLine::row).toList(), rows);
        for (SheetLine line : lines) {
            Occasion occasion = held.get(key(line.row()));
            SheetRow whole = occasion == null ? null : rows.row(occasion.said());
            if (line.row().equals(whole)) {
                continue;
            }
            List<Problem> wrong = rows.problems(line.row());
            if (!wrong.isEmpty()) {
                problems.put(line.number(), wrong);
            } else if (occasion != null && whole != null && occasion.behalf() == null && !says(whole, line.row())) {
                problems.put(line.number(), List.of(Problem.at("", "activity.sheet.own", line.row().get("school"))));
            }
        }
        return problems;
    }

    /** Whether what is held says all that a row says; what a row leaves empty it does not say. */
    private static boolean says(SheetRow held, SheetRow row) {
        return held.values().entrySet().containsAll(row.values().entrySet());
    }

    /** By the natural key; of two alike the one that may be changed. */
    private Map<String, Occasion> held(Collection<SheetRow> wanted, OccasionRows rows) {
        Map<String, Occasion> held = new HashMap<>();
        imports.held(wanted, rows).forEach(occasion -> held.merge(key(rows.row(occasion.said())), occasion,
                (one, other) -> one.behalf() == null ? other : one));
        return held;
    }

    /** Of an entry that a school made itself the table holds what the row says of it, so that nothing is taken from it. */
    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> wanted) {
        OccasionRows rows = imports.rows();
        Map<String, Occasion> held = held(wanted, rows);
        Map<String, SheetRow> current = new HashMap<>();
        for (SheetRow row : wanted) {
            Occasion occasion = held.get(key(row));
            if (occasion != null) {
                SheetRow whole = rows.row(occasion.said());
                current.put(key(row), occasion.behalf() == null && says(whole, row) ? row : whole);
            }
        }
        return current;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        take(actor, rows);
    }

    @Override
    public Set<String> take(Actor actor, List<SheetRow> rows) {
        imports.alone();
        OccasionRows reading = imports.rows();
        Map<String, Occasion> held = held(rows, reading);
        List<Said> fresh = new ArrayList<>();
        Set<String> moved = new HashSet<>();
        for (SheetRow row : rows) {
            Said said = reading.said(row).orElseThrow(() -> new IllegalArgumentException(
                    "no occasion in " + row + "\nCheck the rows before putting them in."));
            Occasion before = held.get(key(row));
            if (before == null) {
                fresh.add(said);
            } else if (before.behalf() != null && !before.said().equals(said)) {
                names(imports.change(actor, before, said, reading.ground()), moved);
            }
        }
        names(imports.add(actor, fresh, reading.ground()), moved);
        return moved;
    }

    private static void names(List<Effect> effects, Set<String> moved) {
        effects.forEach(effect -> moved.add(effect.key().toString()));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, Occasion> held = held(rows, imports.rows());
        imports.withdraw(actor, rows.stream().map(row -> held.get(key(row))).filter(java.util.Objects::nonNull)
                .toList());
    }

    /** What a school has answered or settled since, or somebody has changed, is no longer the table's to take back. */
    @Override
    public Map<Integer, Problem> staying(List<SheetLine> lines) {
        OccasionRows rows = imports.rows();
        Map<String, Occasion> held = held(lines.stream().map(SheetLine::row).toList(), rows);
        Map<UUID, Step.What> last = imports.lastSteps(held.values().stream().map(Occasion::id).toList());
        Map<Integer, Problem> staying = new HashMap<>();
        for (SheetLine line : lines) {
            Occasion occasion = held.get(key(line.row()));
            if (occasion == null || occasion.behalf() == null
                    || !says(rows.row(occasion.said()), line.row())) {
                staying.put(line.number(), Problem.at("", "activity.sheet.stays.changed"));
            } else if (!ENTERED.contains(last.getOrDefault(occasion.id(), Step.What.RECORDED))) {
                staying.put(line.number(), Problem.at("", "activity.sheet.stays.answered"));
            }
        }
        return staying;
    }

    /** Which duties move and how far, before anything is in. */
    @Override
    public List<Consequence> consequences(List<SheetRow> fresh) {
        OccasionRows reading = imports.rows();
        List<OccasionPart> facts = new ArrayList<>();
        for (SheetRow row : fresh) {
            reading.said(row).ifPresent(said -> facts.addAll(Facts.of(imports.unique(), said,
                    said.date().isAfter(reading.ground().today()) ? OccasionState.PLANNED : OccasionState.HELD)));
        }
        return imports.preview(facts).stream().map(effect -> consequence(effect, reading)).toList();
    }

    private static Consequence consequence(Effect effect, OccasionRows reading) {
        boolean planned = effect.before() == effect.after();
        String who = List.of(reading.nameOf(effect.key().bearer()), reading.nameOf(effect.key().counterpart())).stream()
                .filter(name -> !name.isEmpty()).collect(Collectors.joining(" → "));
        return new Consequence(planned ? "activity.sheet.planned" : "activity.sheet.moved",
                List.of(effect.clause(), effect.dutyName(), who, Integer.toString(effect.before()),
                        Integer.toString(planned ? effect.plannedAfter() : effect.after()),
                        Integer.toString(effect.target())));
    }

    @Override
    public long count() {
        return imports.count();
    }

    @Override
    public List<SheetRow> all() {
        OccasionRows rows = imports.rows();
        return imports.standing().stream().map(occasion -> rows.row(occasion.said())).toList();
    }
}

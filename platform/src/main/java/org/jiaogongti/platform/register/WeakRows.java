package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.WeakEntries.Found;
import org.jiaogongti.platform.school.KnownSchools;
import org.jiaogongti.platform.school.School;
import org.springframework.stereotype.Component;

/** How rows of a spreadsheet name what is on the lists of weak subjects and schools: school, subject, first day. */
@Component
class WeakRows {

    static final Column SCHOOL = Column.key("school", Cell.words(60), "学校名称", "学校", "校名", "单位名称");
    static final Column SUBJECT = Column.optionalKey("subject", Cell.words(20), "学科", "科目", "薄弱学科");
    static final Column FROM = Column.key("from", Cell.day(), "列入日期", "起始日期", "起", "自");

    /** How people write that the school as a whole is meant. */
    private static final Set<String> WHOLE = Set.of("全校", "整校", "学校整体");

    private final WeakEntries entries;
    private final Surroundings around;

    WeakRows(WeakEntries entries, Surroundings around) {
        this.entries = entries;
        this.around = around;
    }

    Surroundings around() {
        return around;
    }

    UnaryOperator<SheetRow> canonical() {
        KnownSchools known = KnownSchools.of(around.schools().all());
        return row -> {
            SheetRow named = row.with("school", known.name(row.get("school")));
            return WHOLE.contains(named.get("subject")) ? named.with("subject", WeakKey.WHOLE) : named;
        };
    }

    /** What is on the lists, by its key. */
    Map<WeakKey, WeakEntry> listed(Places places) {
        return entries.entries(places).stream().map(Found::entry)
                .collect(Collectors.toMap(WeakEntry::key, entry -> entry, (first, _) -> first));
    }

    /** Problems of rows whose school is unknown or that name nothing on the lists. */
    Map<Integer, List<Problem>> check(List<SheetLine> lines, Map<WeakKey, WeakEntry> listed) {
        KnownSchools known = KnownSchools.of(around.schools().all());
        Map<Integer, List<Problem>> problems = new HashMap<>(known.check(lines, "school"));
        for (SheetLine line : lines) {
            if (!problems.containsKey(line.number()) && !listed.containsKey(key(known, line.row()))) {
                problems.put(line.number(), List.of(Problem.at("from", "register.sheet.unlisted")));
            }
        }
        return problems;
    }

    /** The keys of checked rows. */
    Map<SheetRow, WeakKey> keys(Collection<SheetRow> rows) {
        KnownSchools known = KnownSchools.of(around.schools().all());
        return rows.stream().filter(row -> known.knows(row.get("school")))
                .collect(Collectors.toMap(row -> row, row -> key(known, row), (first, _) -> first));
    }

    private static WeakKey key(KnownSchools known, SheetRow row) {
        return new WeakKey(known.id(row.get("school")), row.get("subject"), LocalDate.parse(row.get("from")));
    }

    /** The cells that name an entry. */
    SheetRow written(WeakKey key, Map<UUID, String> names) {
        return SheetRow.of("school", names.getOrDefault(key.school(), ""), "subject", key.subject(), "from",
                key.from().toString());
    }

    /** Rows in the order of their natural key. */
    static List<SheetRow> sorted(Collection<SheetRow> rows, List<Column> columns) {
        return rows.stream().sorted(Comparator.comparing(row -> row.key(columns))).toList();
    }

    Map<UUID, String> names() {
        return around.schools().all().stream().collect(Collectors.toMap(School::id, School::name));
    }
}

package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.register.store.WeakStore;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.Person;
import org.springframework.stereotype.Component;

/** What is to be done about weak subjects and schools. How a measure went is said on its entry's page, not in the table. */
@Component
class MeasureSheet implements SheetKind {

    private static final List<Column> COLUMNS = List.of(WeakRows.SCHOOL, WeakRows.SUBJECT, WeakRows.FROM,
            Column.key("words", Cell.words(Measure.LONGEST), "措施", "做什么", "改进措施"),
            Column.key("until", Cell.day(), "完成期限", "期限", "到哪天"),
            Column.required("set-on", Cell.day(), "定下日期", "制定日期"),
            Column.optional("person", Cell.words(30), "负责人工号", "工号"));

    private final WeakStore store;
    private final WeakRows weak;
    private final People people;

    MeasureSheet(WeakStore store, WeakRows weak, People people) {
        this.store = store;
        this.weak = weak;
        this.people = people;
    }

    @Override
    public String code() {
        return "weak-measures";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 97;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        return weak.canonical();
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = weak.check(lines, weak.listed(weak.around().places()));
        Map<String, Person> numbered = numbered(lines.stream().map(SheetLine::row).toList());
        LocalDate today = weak.around().today();
        for (SheetLine line : lines) {
            inItself(line.row(), numbered, today)
                    .ifPresent(problem -> problems.putIfAbsent(line.number(), List.of(problem)));
        }
        return problems;
    }

    private static Optional<Problem> inItself(SheetRow row, Map<String, Person> numbered, LocalDate today) {
        if (row.has("person") && !numbered.containsKey(row.get("person"))) {
            return Optional.of(Problem.at("person", "staff.sheet.unknown", row.get("person")));
        }
        LocalDate set = LocalDate.parse(row.get("set-on"));
        LocalDate until = LocalDate.parse(row.get("until"));
        if (set.isAfter(today)) {
            return Optional.of(Problem.at("set-on", "register.sheet.set-on"));
        }
        return until.isBefore(set) || until.isAfter(set.plusYears(3))
                ? Optional.of(Problem.at("until", "register.sheet.until"))
                : Optional.empty();
    }

    private Map<String, Person> numbered(Collection<SheetRow> rows) {
        return people.numbered(rows.stream().map(row -> row.get("person")).filter(number -> !number.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** The measures of some entries, each with its row. */
    private Map<Measure, SheetRow> written(Collection<WeakKey> keys) {
        List<Measure> measures = store.measures(new HashSet<>(keys));
        Map<UUID, Person> named = people.find(measures.stream().map(Measure::person).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, String> names = weak.names();
        Map<Measure, SheetRow> rows = new LinkedHashMap<>();
        for (Measure measure : measures) {
            Person person = measure.person() == null ? null : named.get(measure.person());
            String number = person == null ? null : person.number();
            rows.put(measure, weak.written(measure.entry(), names).with("words", measure.words())
                    .with("until", measure.until().toString()).with("set-on", measure.setOn().toString())
                    .with("person", number == null ? "" : number));
        }
        return rows;
    }

    /** What is held under some rows' keys. */
    private Map<String, Measure> held(Collection<SheetRow> rows) {
        Map<String, Measure> held = new HashMap<>();
        written(weak.keys(rows).values()).forEach((measure, row) -> held.putIfAbsent(row.key(COLUMNS), measure));
        return held;
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Set<String> wanted = keys.stream().map(row -> row.key(COLUMNS)).collect(Collectors.toSet());
        Map<String, SheetRow> found = new HashMap<>();
        written(weak.keys(keys).values()).values().forEach(row -> found.putIfAbsent(row.key(COLUMNS), row));
        found.keySet().retainAll(wanted);
        return found;
    }

    /** Who is named can change; somebody without a number stays where a row names nobody. */
    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<SheetRow, WeakKey> keys = weak.keys(rows);
        Map<String, Measure> held = held(rows);
        Map<String, Person> numbered = numbered(rows);
        Map<UUID, Person> before = people.find(held.values().stream().map(Measure::person).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<Measure> all = new ArrayList<>();
        for (SheetRow row : rows) {
            Measure known = held.get(row.key(COLUMNS));
            Person person = numbered.get(row.get("person"));
            if (person == null && known != null && known.person() != null) {
                Person kept = before.get(known.person());
                person = kept != null && kept.number() == null ? kept : null;
            }
            all.add(new Measure(known == null ? weak.around().ids().next() : known.id(),
                    Objects.requireNonNull(keys.get(row)), row.get("words"), person == null ? null : person.id(),
                    LocalDate.parse(row.get("until")), LocalDate.parse(row.get("set-on")), List.of()));
        }
        store.putMeasures(all);
    }

    /** A measure of which somebody said how it went is refused by the database. */
    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, Measure> held = held(rows);
        store.removeMeasures(rows.stream().map(row -> held.get(row.key(COLUMNS))).filter(Objects::nonNull)
                .map(Measure::id).toList());
    }

    @Override
    public List<SheetRow> all() {
        return WeakRows.sorted(written(weak.listed(weak.around().places()).keySet()).values(), COLUMNS);
    }
}

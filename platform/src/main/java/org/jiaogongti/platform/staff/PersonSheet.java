package org.jiaogongti.platform.staff;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.Schools;

/** A table whose rows say one thing each of a person named by number. */
abstract class PersonSheet<T> implements SheetKind {

    private final Staff staff;

    PersonSheet(Staff staff) {
        this.staff = staff;
    }

    /** What is known of some people. */
    abstract List<T> known(Collection<UUID> people);

    abstract UUID person(T line);

    abstract SheetRow row(String number, T line);

    abstract T line(UUID person, SheetRow row);

    abstract void putAll(List<T> lines);

    abstract void removeAll(List<T> lines);

    final Staff staff() {
        return staff;
    }

    @Override
    public final boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        staff.checkNumbers(lines, "number", problems);
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            if (row.has("to") && row.get("to").compareTo(row.get("from")) < 0) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("to", "intake.row.last-before-first")));
            }
        }
        return problems;
    }

    @Override
    public final Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Map<UUID, String> numbers = new HashMap<>();
        staff.numbered(keys, "number").forEach((number, person) -> numbers.put(person.id(), number));
        Map<String, SheetRow> found = new HashMap<>();
        known(numbers.keySet()).forEach(line -> {
            SheetRow row = row(numbers.getOrDefault(person(line), ""), line);
            found.put(row.key(columns()), row);
        });
        found.keySet().retainAll(keys.stream().map(row -> row.key(columns())).toList());
        return found;
    }

    @Override
    public final void put(Actor actor, List<SheetRow> rows) {
        putAll(lines(rows));
    }

    @Override
    public final void remove(Actor actor, List<SheetRow> rows) {
        removeAll(lines(rows));
    }

    private List<T> lines(List<SheetRow> rows) {
        Map<String, Person> people = staff.numbered(rows, "number");
        return rows.stream().map(row -> line(Staff.id(people, row.get("number")), row)).toList();
    }

    @Override
    public final List<SheetRow> all() {
        Map<UUID, Person> people = staff.byId();
        return known(people.keySet()).stream().map(line -> row(Staff.number(people, person(line)), line)).toList();
    }
}

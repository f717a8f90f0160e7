package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.springframework.stereotype.Component;

/** People of the district, by their number; ID numbers are not asked for, telephone numbers not here. */
@Component
class PeopleSheet implements SheetKind {

    static final Column NUMBER = Column.key("number", Cell.words(30), "工号", "教师编号", "编号");
    private static final Column NAME = Column.required("name", Cell.words(60), "姓名", "名字");
    private static final Column SORT = Column.optional("sort", Cell.words(60), "姓名拼音", "拼音");

    private static final Column SINCE = Column.optional("since", Cell.day(), "任教起始日期", "参加工作日期", "从教日期");

    private final PeopleStore store;
    private final Ids ids;

    PeopleSheet(PeopleStore store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "people";
    }

    @Override
    public int position() {
        return 70;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(NUMBER, NAME, SORT, SINCE);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        return Map.of();
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Map<String, SheetRow> known = new HashMap<>();
        people(keys).forEach((number, person) -> known.put(number, row(person)));
        return known;
    }

    private Map<String, Person> people(Collection<SheetRow> rows) {
        Map<String, Person> known = new HashMap<>();
        store.numbered(rows.stream().map(row -> row.get("number")).toList()).forEach(person -> {
            if (person.number() != null) {
                known.put(person.number(), person);
            }
        });
        return known;
    }

    /** Whoever has no pinyin of their own is sorted by the name. */
    private static SheetRow row(Person person) {
        String number = person.number();
        return SheetRow.of("number", number == null ? "" : number, "name", person.name(), "sort",
                person.sortKey().equals(person.name()) ? "" : person.sortKey(), "since",
                person.since() == null ? "" : person.since().toString());
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<String, Person> known = people(rows);
        store.put(rows.stream().map(row -> {
            Person before = known.get(row.get("number"));
            UUID id = before == null ? ids.next() : before.id();
            return new Person(id, row.get("number"), row.get("name"),
                    row.has("sort") ? row.get("sort") : row.get("name"),
                    row.has("since") ? LocalDate.parse(row.get("since")) : null);
        }).toList());
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.remove(people(rows).values().stream().map(Person::id).toList());
    }

    @Override
    public List<SheetRow> all() {
        return store.all().stream().filter(person -> person.number() != null).map(PeopleSheet::row).toList();
    }
}

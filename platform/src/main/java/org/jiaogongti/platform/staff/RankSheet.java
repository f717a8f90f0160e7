package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.springframework.stereotype.Component;

/** What a person's lesson counts as (校长、名优骨干教师 …), from a day on. */
@Component
class RankSheet implements SheetKind {

    static final Cell RANKS = Cell.oneOf("校长", "PRINCIPAL", "副校长", "VICE_PRINCIPAL", "中层干部", "CADRE", "名优骨干教师",
            "BACKBONE", "骨干教师", "BACKBONE", "名优教师", "BACKBONE", "教师", "TEACHER");
    private static final Column RANK = Column.required("rank", RANKS, "身份", "职务", "称号");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");

    private final PeopleStore store;
    private final Staff staff;

    RankSheet(PeopleStore store, Staff staff) {
        this.store = store;
        this.staff = staff;
    }

    @Override
    public String code() {
        return "ranks";
    }

    @Override
    public int position() {
        return 80;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(PeopleSheet.NUMBER, RANK, FROM);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        staff.checkNumbers(lines, "number", problems);
        return problems;
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Map<UUID, String> numbers = new HashMap<>();
        staff.numbered(keys, "number").forEach((number, person) -> numbers.put(person.id(), number));
        Map<String, SheetRow> known = new HashMap<>();
        store.ranks(numbers.keySet()).forEach(rank -> {
            SheetRow row = row(numbers.getOrDefault(rank.person(), ""), rank);
            known.put(row.key(columns()), row);
        });
        known.keySet().retainAll(keys.stream().map(row -> row.key(columns())).toList());
        return known;
    }

    private static SheetRow row(String number, PersonRank rank) {
        return SheetRow.of("number", number, "rank", rank.rank().name(), "from", rank.from().toString());
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.putRanks(ranks(rows));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.removeRanks(ranks(rows));
    }

    private List<PersonRank> ranks(List<SheetRow> rows) {
        Map<String, Person> known = staff.numbered(rows, "number");
        return rows.stream().map(row -> new PersonRank(Staff.id(known, row.get("number")),
                Rank.valueOf(row.get("rank")), LocalDate.parse(row.get("from")))).toList();
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, Person> known = staff.byId();
        return store.ranks(known.keySet()).stream().map(rank -> row(Staff.number(known, rank.person()), rank)).toList();
    }
}

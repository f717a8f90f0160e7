package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.community.store.SeatStore;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The notice's attachment 1, 共同体联络人、学科指导组组长名单, and who else sits in the groups. The bureau's list names people, not
 * numbers: a name is enough where only one person has it, or only one at the school.
 */
@Component
class SeatSheet implements SheetKind {

    private static final Column COMMUNITY = Column.key("community", Cell.words(60), "共同体名称", "共同体", "所属共同体");
    private static final Column PLACE = Column.key("place",
            Cell.oneOf("联络人", "LIAISON", "业务管理联络人", "LIAISON", "蹲点教研员", "LIAISON", "指导组组长", "LEADER", "学科指导组组长",
                    "LEADER", "组长", "LEADER", "指导组成员", "MEMBER", "学科指导组成员", "MEMBER", "成员", "MEMBER", "领导小组组长", "CHAIR",
                    "领导小组副组长", "DEPUTY", "领导小组成员", "OTHER"),
            "身份", "任职", "类别");
    private static final Column SUBJECT = Column.optionalKey("subject", Cell.words(20), "学科", "科目");
    private static final Column NUMBER = Column.optionalKey("number", Cell.words(30), "工号", "教师编号", "编号");
    private static final Column NAME = Column.optional("name", Cell.words(60), "姓名", "名字");
    private static final Column SCHOOL = Column.optional("school", Cell.words(60), "学校名称", "学校", "单位名称");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自", "任职日期", "指派日期");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");
    private static final Column BY = Column.optional("by", Cell.words(60), "指派人", "指派的教研员", "指派人工号");
    private static final Column DOCUMENT = Column.optional("document", Cell.words(400), "文件", "依据", "文号");

    private final SeatStore store;
    private final Ground ground;
    private final Ids ids;

    SeatSheet(SeatStore store, Ground ground, Ids ids) {
        this.store = store;
        this.ground = ground;
        this.ids = ids;
    }

    /** What the rows refer to. */
    @Component
    record Ground(CommunityStore communities, Schools schools, Personnel personnel, BusinessClock clock) {

        Names names() {
            return Names.of(schools.all(), communities.all());
        }

        Known known() {
            return Known.of(personnel.everybody(clock.today()), names());
        }
    }

    /** People by number and by name. */
    record Known(Map<String, Somebody> byNumber, Map<String, List<Somebody>> byName, Names names) {

        static Known of(List<Somebody> people, Names names) {
            Map<String, Somebody> byNumber = new HashMap<>();
            people.forEach(person -> {
                if (person.number() != null) {
                    byNumber.put(person.number(), person);
                }
            });
            return new Known(byNumber, people.stream().collect(Collectors.groupingBy(Somebody::name)), names);
        }

        /** Those whom a row can mean: one is the answer. */
        List<Somebody> meant(SheetRow row) {
            if (row.has("number")) {
                Somebody person = byNumber.get(row.get("number"));
                return person == null ? List.of() : List.of(person);
            }
            List<Somebody> named = byName.getOrDefault(row.get("name"), List.of());
            List<Somebody> there = named.stream().filter(person -> school(person).equals(row.get("school"))).toList();
            return named.size() > 1 && row.has("school") ? there : named;
        }

        /** By number or by a name that one person has. */
        @Nullable
        Somebody appointer(String word) {
            List<Somebody> named = byName.getOrDefault(word, List.of());
            return byNumber.containsKey(word) ? byNumber.get(word) : named.size() == 1 ? named.getFirst() : null;
        }

        String school(Somebody person) {
            return person.school() == null ? "" : names.name(person.school());
        }
    }

    @Override
    public String code() {
        return "seats";
    }

    @Override
    public int position() {
        return 96;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(COMMUNITY, PLACE, SUBJECT, NUMBER, NAME, SCHOOL, FROM, TO, BY, DOCUMENT);
    }

    /** With the person's number, name and school, and without a school where somebody sits for none. */
    @Override
    public UnaryOperator<SheetRow> canonical() {
        Known known = ground.known();
        UnaryOperator<SheetRow> names = known.names().canonical();
        return typed -> {
            SheetRow row = names.apply(typed);
            List<Somebody> meant = known.meant(row);
            if (meant.size() == 1) {
                Somebody person = meant.getFirst();
                row = row.with("number", person.number() == null ? "" : person.number()).with("name", person.name());
                row = row.has("school") ? row : row.with("school", known.school(person));
            }
            Somebody by = known.appointer(row.get("by"));
            if (by != null && by.number() != null) {
                row = row.with("by", by.number());
            }
            return row.get("place").equals(Place.LIAISON.name()) ? row.with("school", "") : row;
        };
    }

    /** Somebody sits once in a body on any day, and a body has one head. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Known known = ground.known();
        Map<Integer, List<Problem>> problems = new HashMap<>();
        known.names().check(lines, problems);
        Set<String> subjects = new HashSet<>(ground.schools().subjects());
        Map<String, SheetRow> after = new HashMap<>();
        all().forEach(row -> after.put(row.key(columns()), row));
        List<SheetLine> good = new ArrayList<>();
        for (SheetLine line : lines) {
            Problem wrong = wrong(line.row(), known, subjects);
            if (wrong != null) {
                problems.putIfAbsent(line.number(), List.of(wrong));
            } else if (!problems.containsKey(line.number())) {
                after.put(line.row().key(columns()), line.row());
                good.add(line);
            }
        }
        Map<String, List<SheetRow>> bodies = after.values().stream().collect(Collectors.groupingBy(SeatSheet::body));
        for (SheetLine line : good) {
            bodies.getOrDefault(body(line.row()), List.of()).stream()
                    .filter(other -> !other.key(columns()).equals(line.row().key(columns()))
                            && crosses(line.row(), other))
                    .findFirst()
                    .ifPresent(other -> problems.put(line.number(), List.of(
                            Problem.at("from", "community.sheet.seat-twice", other.get("name"), other.get("from")))));
        }
        return problems;
    }

    private static @Nullable Problem wrong(SheetRow row, Known known, Set<String> subjects) {
        List<Somebody> meant = known.meant(row);
        if (meant.size() != 1) {
            String said = row.has("number") ? row.get("number") : row.get("name");
            return Problem.at(row.has("number") ? "number" : "name",
                    meant.isEmpty() ? "community.sheet.person" : "community.sheet.person-several", said);
        }
        if (!row.has("number")) {
            return Problem.at("name", "community.sheet.person-number", row.get("name"));
        }
        Place place = Place.valueOf(row.get("place"));
        boolean group = place.body() == Body.GUIDANCE_GROUP;
        if (row.has("subject") != group) {
            return Problem.at("subject", group ? "community.sheet.subject-needed" : "community.sheet.subject-not-here");
        }
        if (group && !subjects.contains(row.get("subject"))) {
            return Problem.at("subject", "community.sheet.subject", row.get("subject"));
        }
        if (!row.has("school") && place != Place.LIAISON) {
            return Problem.at("school", "community.sheet.seat-school");
        }
        if (row.has("by") && (place != Place.LEADER || !known.byNumber().containsKey(row.get("by")))) {
            return Problem.at("by", place == Place.LEADER ? "community.sheet.person" : "community.sheet.by-not-here",
                    row.get("by"));
        }
        return row.has("to") && row.get("to").compareTo(row.get("from")) < 0
                ? Problem.at("to", "intake.row.last-before-first")
                : null;
    }

    private static String body(SheetRow row) {
        return row.get("community") + "\u001F" + Place.valueOf(row.get("place")).body() + "\u001F"
                + row.get("subject");
    }

    private static boolean crosses(SheetRow one, SheetRow other) {
        boolean heads = Place.valueOf(one.get("place")).office() == Office.HEAD
                && Place.valueOf(other.get("place")).office() == Office.HEAD;
        return (heads || one.get("number").equals(other.get("number")))
                && (!other.has("to") || one.get("from").compareTo(other.get("to")) <= 0)
                && (!one.has("to") || other.get("from").compareTo(one.get("to")) <= 0);
    }

    /** Those that have ended come first, so that their place is free. */
    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Known known = ground.known();
        List<Seat> seats = rows.stream().map(row -> seat(row, known))
                .sorted(Comparator.comparing(Seat::to, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
        store.put(seats);
        ground.personnel().convene(seats.stream().filter(Seat::leads).toList());
    }

    private Seat seat(SheetRow row, Known known) {
        Place place = Place.valueOf(row.get("place"));
        return new Seat(ids.next(), known.names().community(row.get("community")), place.body(),
                row.has("subject") ? row.get("subject") : null, place.office(), id(known, row.get("number")),
                row.has("school") ? known.names().school(row.get("school")) : null,
                LocalDate.parse(row.get("from")), row.has("to") ? LocalDate.parse(row.get("to")) : null,
                row.has("document") ? row.get("document") : null, row.has("by") ? id(known, row.get("by")) : null);
    }

    private static UUID id(Known known, String number) {
        Somebody person = known.byNumber().get(number);
        if (person == null) {
            throw new IllegalArgumentException("no person " + number + "\nCheck the rows before putting them in.");
        }
        return person.id();
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Set<String> keys = rows.stream().map(row -> row.key(columns())).collect(Collectors.toSet());
        List<Seat> gone = new ArrayList<>();
        written().forEach((seat, row) -> {
            if (keys.contains(row.key(columns()))) {
                gone.add(seat);
            }
        });
        store.remove(gone.stream().map(Seat::id).toList());
        ground.personnel().convenedNever(gone.stream().filter(Seat::leads).toList());
    }

    /** Every seat of somebody with a number, as its row. */
    private Map<Seat, SheetRow> written() {
        List<Seat> seats = store.all();
        Map<UUID, Somebody> people = ground.personnel().find(named(seats), ground.clock().today());
        Names names = ground.names();
        Map<Seat, SheetRow> rows = new HashMap<>();
        for (Seat seat : seats) {
            Somebody person = people.get(seat.person());
            if (person != null && person.number() != null) {
                rows.put(seat, SheetRow.of("community", names.name(seat.community()), "place", Place.of(seat).name(),
                        "subject", text(seat.subject()), "number", person.number(), "name", person.name(), "school",
                        seat.school() == null ? "" : names.name(seat.school()), "from", seat.from().toString(), "to",
                        text(seat.to()), "by", number(people, seat.appointedBy()), "document",
                        text(seat.document())));
            }
        }
        return rows;
    }

    private static Set<UUID> named(Collection<Seat> seats) {
        Set<UUID> named = new HashSet<>();
        for (Seat seat : seats) {
            named.add(seat.person());
            if (seat.appointedBy() != null) {
                named.add(seat.appointedBy());
            }
        }
        return named;
    }

    private static String number(Map<UUID, Somebody> people, @Nullable UUID id) {
        Somebody person = id == null ? null : people.get(id);
        return person == null ? "" : text(person.number());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public List<SheetRow> all() {
        return written().values().stream().sorted(Comparator.comparing(row -> row.key(columns()))).toList();
    }
}

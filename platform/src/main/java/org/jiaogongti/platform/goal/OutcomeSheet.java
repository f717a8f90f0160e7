package org.jiaogongti.platform.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.goal.OutcomeFact.Version;
import org.jiaogongti.platform.goal.OutcomeFact.What;
import org.jiaogongti.platform.goal.model.Check;
import org.jiaogongti.platform.goal.model.Reach;
import org.jiaogongti.platform.goal.store.OutcomeStore;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Outcomes from a spreadsheet: a row of a known goal, place and day is a correction, taking an import back takes back its rows. */
@Component
class OutcomeSheet implements SheetKind {

    private static final BigDecimal MOST = new BigDecimal("999999.999999");
    private static final int DIGITS = 6;
    private static final Map<String, String> FIELDS = Map.of("people", "number", "freedom", "freedom", "error", "error",
            "day", "on", "source", "source", "value", "value");
    private static final List<Column> COLUMNS = List.of(Column.key("goal", Cell.words(60), "目标", "目标名称"),
            Column.optionalKey("place", Cell.words(60), "谁的", "共同体或学校"),
            Column.key("on", Cell.day(), "测的日子", "日期"),
            Column.optional("value", new Cell.Decimal(MOST.negate(), MOST, DIGITS), "数值", "结果"),
            Column.optional("error", new Cell.Decimal(BigDecimal.ZERO, MOST, DIGITS), "标准误"),
            Column.optional("number", Cell.whole(1, 9_999_999), "人数"),
            Column.optional("freedom", Cell.whole(1, 9_999_999), "自由度"),
            Column.required("source", Cell.words(OutcomeFact.LONGEST_SOURCE), "来源", "出处"));

    private final OutcomeStore store;
    private final GoalGround ground;
    private final Messages words;

    OutcomeSheet(OutcomeStore store, GoalGround ground, MessageBook book) {
        this.store = store;
        this.ground = ground;
        this.words = book.in(Language.ZH);
    }

    @Override
    public String code() {
        return "outcomes";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 110;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Reach.enters(actor);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    /** Goals and places by the names that the table writes. */
    private record Names(Optional<Charter> charter, Map<String, Goal> goals, Map<String, Place> places) {

        @Nullable
        Goal goal(SheetRow row) {
            return goals.get(row.get("goal"));
        }

        @Nullable
        Place place(SheetRow row) {
            return places.get(row.get("place"));
        }
    }

    private Names names() {
        Optional<Charter> charter = ground.charter();
        Map<String, Goal> goals = new LinkedHashMap<>();
        charter.map(Charter::goals).orElse(List.of()).stream().filter(Check::entered)
                .forEach(goal -> goals.put(goal.name(), goal));
        Map<String, Place> places = new LinkedHashMap<>();
        ground.places().all().forEach(place -> places.put(name(place), place));
        return new Names(charter, goals, places);
    }

    /** The district's own are written with an empty cell. */
    private static String name(Place place) {
        return place.district() ? "" : place.name();
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines,
            List<SheetRow> earlier) {
        Names names = names();
        Map<Integer, List<Problem>> problems = new HashMap<>();
        for (SheetLine line : lines) {
            Goal goal = names.goal(line.row());
            Place place = names.place(line.row());
            if (goal == null) {
                add(problems, line, Problem.at("goal", "goal.refused.goal"));
            } else if (place == null || !goal.whose().contains(place.whose())) {
                add(problems, line, Problem.at("place", "goal.refused.place", goal.name()));
            } else {
                Check.problems(names.charter().orElseThrow(), goal, given(goal, place, line.row()), ground.today())
                        .forEach((field, wrong) -> add(problems, line, Problem.at(FIELDS.getOrDefault(field, ""),
                                wrong.key(), wrong.values().toArray())));
            }
        }
        return problems;
    }

    private static void add(Map<Integer, List<Problem>> problems, SheetLine line,
            Problem problem) {
        problems.computeIfAbsent(line.number(), _ -> new ArrayList<>()).add(problem);
    }

    private static Given given(Goal goal, Place place, SheetRow row) {
        return new Given(goal.id(), place.id(), LocalDate.parse(row.get("on")), "",
                new Given.Found(number(row.get("value")), number(row.get("error")), whole(row.get("freedom")),
                        whole(row.get("number")), row.get("source")));
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static @Nullable Integer whole(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    /** What stands, as rows; of a goal that the charter has no more nothing is given out. */
    private Map<SheetRow, OutcomeFact> written(Names names) {
        Map<String, Goal> byId = names.goals().values().stream().collect(Collectors.toMap(Goal::id, goal -> goal));
        Map<@Nullable UUID, Place> byPlace = new HashMap<>();
        names.places().values().forEach(place -> byPlace.put(place.id(), place));
        Map<SheetRow, OutcomeFact> rows = new LinkedHashMap<>();
        for (OutcomeFact fact : store.between(LocalDate.EPOCH, ground.today())) {
            Goal goal = byId.get(fact.goal());
            Place place = byPlace.get(fact.place());
            if (goal != null && place != null && fact.stands()) {
                rows.put(row(goal, place, fact), fact);
            }
        }
        return rows;
    }

    private static SheetRow row(Goal goal, Place place, OutcomeFact fact) {
        Version said = fact.current();
        return SheetRow.of("goal", goal.name(), "place", name(place), "on", fact.measuredOn().toString(), "value",
                text(said.value()), "error", text(said.error()), "number", text(said.people()), "freedom",
                text(said.freedom()), "source", said.source());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Set<String> wanted = keys.stream().map(row -> row.key(COLUMNS)).collect(Collectors.toSet());
        return written(names()).keySet().stream().filter(row -> wanted.contains(row.key(COLUMNS)))
                .collect(Collectors.toMap(row -> row.key(COLUMNS), row -> row));
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Names names = names();
        By by = ground.by(actor);
        for (SheetRow row : rows) {
            Goal goal = names.goal(row);
            Place place = names.place(row);
            if (goal == null || place == null) {
                throw new IllegalArgumentException(
                        "no goal or place in " + row + "\nCheck the rows before putting them in.");
            }
            Given given = given(goal, place, row);
            Given.Found kept = Check.kept(given.found());
            LocalDate day = LocalDate.parse(row.get("on"));
            Optional<OutcomeFact> known = store.ofDay(goal.id(), place.id(), day);
            Version version = new Version(known.map(fact -> fact.current().number()).orElse(0) + 1, What.GIVEN,
                    kept.value(), kept.error(), kept.freedom(), kept.people(), kept.source(),
                    known.isPresent() ? words.t("goal.sheet.changed") : "", by);
            if (known.isPresent()) {
                store.addVersion(known.get().id(), version);
            } else {
                store.add(List.of(new OutcomeFact(ground.ids().next(), goal.id(), place.whose(), place.id(), day, "",
                        List.of(version))));
            }
        }
    }

    /** Outcomes are never deleted: a version says that they do not hold. */
    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, OutcomeFact> held = new HashMap<>();
        written(names()).forEach((row, fact) -> held.put(row.key(COLUMNS), fact));
        By by = ground.by(actor);
        for (SheetRow row : rows) {
            OutcomeFact fact = held.get(row.key(COLUMNS));
            if (fact != null) {
                Version last = fact.current();
                store.addVersion(fact.id(), new Version(last.number() + 1, What.TAKEN_BACK, null, null, null,
                        last.people(), "", words.t("goal.sheet.taken-back"), by));
            }
        }
    }

    @Override
    public List<SheetRow> all() {
        return written(names()).keySet().stream()
                .sorted(Comparator.comparing((SheetRow row) -> row.key(COLUMNS))).toList();
    }
}

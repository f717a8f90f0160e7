package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.jiaogongti.platform.register.LessonPair.Ending;
import org.jiaogongti.platform.register.LessonPair.Form;
import org.jiaogongti.platform.register.LessonPair.Two;
import org.jiaogongti.platform.register.store.PairStore;
import org.jiaogongti.platform.school.KnownSchools;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 结对 for synchronous lessons: which schools or classes, in which forms, by which agreement, from when to when. */
@Component
class PairSheet implements SheetKind {

    private static final List<Column> COLUMNS = List.of(
            Column.key("giver", Cell.words(60), "授课学校", "主讲学校", "城区学校"),
            Column.key("receiver", Cell.words(60), "接收学校", "听课学校", "乡村学校"),
            Column.optionalKey("giver-class", Cell.words(40), "授课班级", "主讲班级"),
            Column.optionalKey("receiver-class", Cell.words(40), "接收班级", "听课班级"),
            Column.required("forms", Cell.words(60), "形式", "结对形式"),
            Column.required("agreement", Cell.words(LessonPair.LONGEST), "协议", "协议名称", "文号"),
            Column.key("from", Cell.day(), "起始日期", "起", "自"), Column.optional("to", Cell.day(), "结束日期", "止", "至"),
            Column.optional("ended-on", Cell.day(), "提前结束日期"),
            Column.optional("reason", Cell.words(LessonPair.LONGEST), "提前结束原因"));

    /** The first word is the one given out. */
    private static final Map<Form, List<String>> WORDS = new EnumMap<>(Map.of(Form.SYNCHRONOUS,
            List.of("城乡同步课堂", "同步课堂"), Form.DELIVERED, List.of("远程专递课堂", "专递课堂"), Form.TRAINING,
            List.of("教师网络研修", "网络研修"), Form.MASTER, List.of("名师网络课堂", "名师课堂")));
    private static final String BETWEEN = "[、，,；;/+\\s]+";

    private final PairStore store;
    private final LessonPairs pairs;
    private final Surroundings around;

    PairSheet(PairStore store, LessonPairs pairs, Surroundings around) {
        this.store = store;
        this.pairs = pairs;
        this.around = around;
    }

    @Override
    public String code() {
        return "lesson-pairs";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 116;
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
        KnownSchools schools = schools();
        return row -> {
            SheetRow named = row.with("giver", schools.name(row.get("giver"))).with("receiver",
                    schools.name(row.get("receiver")));
            return forms(row.get("forms")).map(forms -> named.with("forms", words(forms))).orElse(named);
        };
    }

    private KnownSchools schools() {
        return KnownSchools.of(around.schools().all());
    }

    /** The forms that a cell names, in their own order, or empty where one of its words names none. */
    static Optional<List<Form>> forms(String cell) {
        Set<Form> named = new TreeSet<>();
        for (String word : cell.split(BETWEEN)) {
            Optional<Form> form = WORDS.entrySet().stream().filter(each -> each.getValue().contains(word))
                    .map(Map.Entry::getKey).findFirst();
            if (form.isEmpty()) {
                return Optional.empty();
            }
            named.add(form.get());
        }
        return Optional.of(List.copyOf(named));
    }

    private static String words(Collection<Form> forms) {
        return forms.stream().sorted().map(form -> Objects.requireNonNull(WORDS.get(form)).getFirst())
                .collect(Collectors.joining("、"));
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        KnownSchools schools = schools();
        Map<Integer, List<Problem>> problems = new HashMap<>(schools.check(lines, "giver"));
        schools.check(lines, "receiver").forEach(problems::putIfAbsent);
        for (SheetLine line : lines) {
            if (!problems.containsKey(line.number())) {
                inItself(line.row()).ifPresent(problem -> problems.put(line.number(), List.of(problem)));
            }
        }
        List<SheetLine> good = lines.stream().filter(line -> !problems.containsKey(line.number())).toList();
        classes(good, schools, problems);
        crossing(good, earlier, schools, problems);
        return problems;
    }

    private static Optional<Problem> inItself(SheetRow row) {
        String from = row.get("from");
        if (row.get("giver").equals(row.get("receiver"))) {
            return Optional.of(Problem.at("receiver", "register.pair.refused.same"));
        }
        if (forms(row.get("forms")).isEmpty()) {
            return Optional.of(Problem.at("forms", "register.sheet.form"));
        }
        if (row.has("giver-class") != row.has("receiver-class")) {
            return Optional.of(Problem.at("receiver-class", "register.pair.refused.one-class"));
        }
        if (row.has("to") && row.get("to").compareTo(from) < 0) {
            return Optional.of(Problem.at("to", "intake.row.last-before-first"));
        }
        if (row.has("ended-on") != row.has("reason")) {
            return Optional.of(Problem.at("reason", "register.sheet.reason"));
        }
        boolean outside = row.has("ended-on") && (row.get("ended-on").compareTo(from) < 0
                || (row.has("to") && row.get("ended-on").compareTo(row.get("to")) > 0));
        return outside ? Optional.of(Problem.at("ended-on", "register.pair.refused.end")) : Optional.empty();
    }

    /** Whoever holds a pair already keeps it, whatever became of its classes since. */
    private void classes(List<SheetLine> lines, KnownSchools schools, Map<Integer, List<Problem>> problems) {
        Set<String> held = held(lines.stream().map(SheetLine::row).toList(), schools).keySet();
        Map<List<Object>, List<String>> known = new HashMap<>();
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            LocalDate day = LocalDate.parse(row.get("from"));
            for (String side : row.has("giver-class") && !held.contains(row.key(COLUMNS))
                    ? List.of("giver", "receiver")
                    : List.<String>of()) {
                UUID school = schools.id(row.get(side));
                if (!known.computeIfAbsent(List.of(school, day), _ -> pairs.classes(school, day))
                        .contains(row.get(side + "-class"))) {
                    problems.putIfAbsent(line.number(),
                            List.of(Problem.at(side + "-class", "register.pair.refused.class")));
                }
            }
        }
    }

    private void crossing(List<SheetLine> lines, List<SheetRow> earlier, KnownSchools schools,
            Map<Integer, List<Problem>> problems) {
        List<SheetRow> rows = lines.stream().map(SheetLine::row).toList();
        Map<String, LessonPair> after = held(rows, schools);
        earlier.forEach(row -> after.put(row.key(COLUMNS), pair(after.get(row.key(COLUMNS)), row, schools)));
        rows.forEach(row -> after.remove(row.key(COLUMNS)));
        Map<Two, List<LessonPair>> taken = new HashMap<>();
        after.values().forEach(pair -> taken.computeIfAbsent(pair.two(), _ -> new ArrayList<>()).add(pair));
        for (SheetLine line : lines) {
            LessonPair pair = pair(null, line.row(), schools);
            List<LessonPair> others = taken.computeIfAbsent(pair.two(), _ -> new ArrayList<>());
            if (others.stream().anyMatch(pair::crosses)) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("from", "register.pair.refused.already")));
            } else {
                others.add(pair);
            }
        }
    }

    private LessonPair pair(@Nullable LessonPair before, SheetRow row, KnownSchools schools) {
        Two two = new Two(schools.id(row.get("giver")), schools.id(row.get("receiver")), row.get("giver-class"),
                row.get("receiver-class"));
        return new LessonPair(before == null ? around.ids().next() : before.id(), two,
                forms(row.get("forms")).orElseThrow(), row.get("agreement"), LocalDate.parse(row.get("from")),
                row.has("to") ? LocalDate.parse(row.get("to")) : null,
                row.has("ended-on") ? new Ending(LocalDate.parse(row.get("ended-on")), row.get("reason")) : null);
    }

    /** The pairs of the schools that give in some rows, by natural key. */
    private Map<String, LessonPair> held(Collection<SheetRow> rows, KnownSchools schools) {
        Set<UUID> givers = rows.stream().map(row -> row.get("giver")).filter(schools::knows).map(schools::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, LessonPair> held = new HashMap<>();
        written(store.givenBy(givers)).forEach((pair, row) -> held.put(row.key(COLUMNS), pair));
        return held;
    }

    private Map<LessonPair, SheetRow> written(List<LessonPair> all) {
        Map<UUID, String> names = around.schools().all().stream()
                .collect(Collectors.toMap(School::id, School::name));
        Map<LessonPair, SheetRow> rows = new LinkedHashMap<>();
        for (LessonPair pair : all) {
            Ending ending = pair.ending();
            LocalDate to = pair.to();
            rows.put(pair, SheetRow.of("giver", names.getOrDefault(pair.two().giver(), ""), "receiver",
                    names.getOrDefault(pair.two().receiver(), ""), "giver-class", pair.two().giverClass(),
                    "receiver-class", pair.two().receiverClass(), "forms", words(pair.forms()), "agreement",
                    pair.agreement(), "from", pair.from().toString(), "to", to == null ? "" : to.toString(),
                    "ended-on", ending == null ? "" : ending.on().toString(), "reason",
                    ending == null ? "" : ending.reason()));
        }
        return rows;
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Set<String> wanted = keys.stream().map(row -> row.key(COLUMNS)).collect(Collectors.toSet());
        Map<String, SheetRow> found = new HashMap<>();
        written(List.copyOf(held(keys, schools()).values())).values().forEach(row -> found.put(row.key(COLUMNS), row));
        found.keySet().retainAll(wanted);
        return found;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        KnownSchools schools = schools();
        Map<String, LessonPair> held = held(rows, schools);
        store.put(rows.stream().map(row -> pair(held.get(row.key(COLUMNS)), row, schools)).toList());
    }

    /** A pair that has a plan is refused by the database. */
    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, LessonPair> held = held(rows, schools());
        rows.stream().map(row -> held.get(row.key(COLUMNS))).filter(Objects::nonNull).map(LessonPair::id)
                .forEach(store::remove);
    }

    @Override
    public List<SheetRow> all() {
        return WeakRows.sorted(written(store.all()).values(), COLUMNS);
    }
}

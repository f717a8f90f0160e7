package org.jiaogongti.cli.facts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jspecify.annotations.Nullable;

/** Reads activities.csv, placements.csv and waivers.csv. */
final class FactFiles {

    private static final Map<String, Rank> RANKS = words(Rank.values());
    private static final Map<String, OccasionState> STATES = words(OccasionState.values());

    private final Problems problems;
    private final WorldFiles world;
    private final Collection<String> kinds;

    FactFiles(Problems problems, WorldFiles world, Collection<String> kinds) {
        this.problems = problems;
        this.world = world;
        this.kinds = kinds;
    }

    List<Fact> read(Path directory) {
        List<Fact> facts = new ArrayList<>();
        Table activities = Table.read(directory, "activities.csv",
                List.of("id", "kind", "date", "community", "host", "led_by", "led_by_rank", "subject", "grade",
                        "lessons", "participants", "filed_on", "approved_on", "state"),
                problems);
        Set<String> ids = new HashSet<>();
        for (Row row : activities.rows()) {
            addIfGood(facts, activity(row, ids));
        }
        Table placements = Table.read(directory, "placements.csv", List.of("id", "from_school", "to_school", "person",
                "rank", "permanent", "young", "start", "end", "mentor"), problems);
        ids.clear();
        for (Row row : placements.rows()) {
            addIfGood(facts, placement(row, ids));
        }
        return facts;
    }

    /** Decisions in force on the day, and those for later; doubled ones are errors whatever their day. */
    List<Decision> readWaivers(Path directory, Map<String, Integer> targets) {
        if (Files.notExists(directory.resolve("waivers.csv"))) {
            return List.of();
        }
        Table table = Table.read(directory, "waivers.csv",
                List.of("duty", "bearer", "counterpart", "period", "target", "decided_on"), problems);
        List<Decision> decisions = new ArrayList<>();
        Map<InstanceKey, Integer> lines = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            InstanceKey key = new InstanceKey(row.text("duty"), row.text("bearer"), row.text("counterpart"),
                    row.text("period"));
            Integer earlier = lines.putIfAbsent(key, row.line());
            if (earlier != null) {
                row.wrong("同一项责任已在第 " + earlier + " 行有一个决定；请只留一个");
            }
            Integer target = waiverTarget(row, key.duty(), targets);
            LocalDate decided = row.day("decided_on");
            if (decided != null) {
                decisions.add(new Decision(row, key, target, decided));
            }
        }
        return decisions;
    }

    private static @Nullable Integer waiverTarget(Row row, String duty, Map<String, Integer> targets) {
        Integer own = targets.get(duty);
        if (own == null) {
            row.wrong("duty“" + duty + "”不在责任表里；" + Words.offer(duty, targets.keySet()));
        }
        if (row.text("target").isEmpty()) {
            return null;
        }
        Integer target = row.number("target");
        if (target != null && own != null && (target < 1 || target >= own)) {
            row.wrong("target " + target + " 不在范围内：" + duty + " 本来是 " + own + ","
                    + (own > 1 ? "减办只能减到 1 至 " + (own - 1) + "；全部免办请留空" : "不能再减；免办请留空"));
            return null;
        }
        return target;
    }

    private @Nullable OccasionPart activity(Row row, Set<String> ids) {
        int before = problems.count();
        String id = id(row, ids);
        String kind = row.oneOf("kind", kinds);
        LocalDate date = row.day("date");
        String community = row.text("community");
        world.knowsCommunity(row, "community", community);
        String host = school(row, "host");
        String ledBy = school(row, "led_by");
        String rank = row.text("led_by_rank").isEmpty() ? "" : row.oneOf("led_by_rank", RANKS.keySet());
        List<String> grades = grades(row);
        Integer lessons = row.text("lessons").isEmpty() ? Integer.valueOf(1) : row.number("lessons");
        Map<String, Integer> participants = participants(row);
        LocalDate filed = row.optionalDay("filed_on");
        LocalDate approved = row.optionalDay("approved_on");
        String state = row.oneOf("state", STATES.keySet());
        if (problems.count() > before || id == null || kind == null || date == null || rank == null || lessons == null
                || state == null) {
            return null;
        }
        return new OccasionPart(id, "1", kind, date, community, host, ledBy, RANKS.get(rank), row.optional("subject"),
                grades, lessons, participants, filed, approved,
                java.util.Objects.requireNonNull(STATES.get(state)));
    }

    private @Nullable Placement placement(Row row, Set<String> ids) {
        int before = problems.count();
        String id = id(row, ids);
        String from = row.text("from_school");
        world.knowsSchool(row, "from_school", from);
        String to = row.text("to_school");
        world.knowsSchool(row, "to_school", to);
        String rank = row.oneOf("rank", RANKS.keySet());
        Boolean permanent = row.yesOrNo("permanent");
        Boolean young = row.yesOrNo("young");
        LocalDate start = row.day("start");
        LocalDate end = row.optionalDay("end");
        if (start != null && end != null && end.isBefore(start)) {
            row.wrong("结束日 " + end + " 早于开始日 " + start + "；请对调或改正，仍在继续的请留空");
        }
        if (problems.count() > before || id == null || rank == null || permanent == null || young == null
                || start == null) {
            return null;
        }
        return new Placement(id, from, to, row.text("person"), java.util.Objects.requireNonNull(RANKS.get(rank)),
                permanent, young, start, end, row.optional("mentor"));
    }

    private static @Nullable String id(Row row, Set<String> ids) {
        String id = row.required("id");
        if (id != null && !ids.add(id)) {
            row.wrong("编号 id“" + id + "”已在前面用过；每行的编号必须不同");
        }
        return id;
    }

    private @Nullable String school(Row row, String column) {
        String school = row.optional(column);
        if (school != null) {
            world.knowsSchool(row, column, school);
        }
        return school;
    }

    private static List<String> grades(Row row) {
        String text = row.text("grade");
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> grades = List.of(text.split(";", -1));
        if (grades.contains("")) {
            row.wrong("grade“" + text + "”有空的一段；请写成 五;六 这样");
        }
        return grades;
    }

    private Map<String, Integer> participants(Row row) {
        String text = row.text("participants");
        Map<String, Integer> participants = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return participants;
        }
        for (String entry : text.split(";", -1)) {
            int colon = entry.lastIndexOf(':');
            if (colon < 0) {
                row.wrong("participants 里的“" + entry + "”不是 学校:人数；请写成 学校:10;学校:3 这样");
                continue;
            }
            String school = entry.substring(0, colon);
            world.knowsSchool(row, "participants 里的学校", school);
            Integer number = row.number("participants 里“" + school + "”的人数", entry.substring(colon + 1));
            if (participants.putIfAbsent(school, number == null ? 0 : number) != null) {
                row.wrong("participants 里“" + school + "”出现两次；请合成一个");
            }
        }
        return participants;
    }

    private static <T> void addIfGood(List<Fact> facts, @Nullable T fact) {
        if (fact instanceof Fact good) {
            facts.add(good);
        }
    }

    /** {@code VICE_PRINCIPAL} is written {@code vice-principal} in the files. */
    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), value);
        }
        return words;
    }

    /** One line of waivers.csv; a null target waives the instance wholly. */
    record Decision(Row row, InstanceKey key, @Nullable Integer target, LocalDate decidedOn) {}
}

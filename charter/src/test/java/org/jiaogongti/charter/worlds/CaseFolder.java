package org.jiaogongti.charter.worlds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Waiver;
import org.jspecify.annotations.Nullable;

/** One folder of the acceptance cases, which are known to be well-formed. */
public record CaseFolder(SmallWorld world, List<Fact> facts, List<Waiver> waivers) {

    private static final String ROOT = "/cases/duties/";

    public static CaseFolder read(String name) {
        List<Period> periods = new ArrayList<>();
        for (Map<String, String> row : rows(name, "calendar.csv")) {
            periods.add(new Period(get(row, "period"), kind(get(row, "kind")),
                    new DateRange(LocalDate.parse(get(row, "start")), LocalDate.parse(get(row, "end"))),
                    date(get(row, "midterm_week_start"))));
        }
        List<World.Membership> schools = new ArrayList<>();
        Map<String, Integer> teachers = new HashMap<>();
        for (Map<String, String> row : rows(name, "schools.csv")) {
            schools.add(new World.Membership(get(row, "school"), get(row, "community"),
                    get(row, "role").equals("lead") ? World.Role.LEAD : World.Role.MEMBER));
            teachers.put(get(row, "school"), Integer.valueOf(get(row, "teachers")));
        }
        List<SmallWorld.Group> groups = new ArrayList<>();
        List<SmallWorld.Weak> weak = new ArrayList<>();
        for (Map<String, String> row : rows(name, "subjects.csv")) {
            if (get(row, "kind").equals("group")) {
                groups.add(new SmallWorld.Group(get(row, "community"), get(row, "subject")));
            } else {
                weak.add(new SmallWorld.Weak(get(row, "community"), get(row, "school"), get(row, "subject")));
            }
        }
        List<Fact> facts = new ArrayList<>();
        rows(name, "activities.csv").forEach(row -> facts.add(activity(row)));
        rows(name, "placements.csv").forEach(row -> facts.add(placement(row)));
        List<Waiver> waivers = new ArrayList<>();
        for (Map<String, String> row : rows(name, "waivers.csv")) {
            waivers.add(new Waiver(
                    new InstanceKey(get(row, "duty"), get(row, "bearer"), get(row, "counterpart"), get(row, "period")),
                    get(row, "target").isEmpty() ? null : Integer.valueOf(get(row, "target")),
                    LocalDate.parse(get(row, "decided_on"))));
        }
        return new CaseFolder(new SmallWorld(periods, schools, teachers, groups, weak), facts, waivers);
    }

    /** The file that a case expects, as it stands. */
    public static String expected(String name, String file) {
        return Objects.requireNonNull(text(ROOT + name + "/" + file), file);
    }

    /** Progress as the command line prints it. */
    public static String csv(List<Progress> progress) {
        StringBuilder csv = new StringBuilder("duty,bearer,counterpart,period,status,progress,target\n");
        for (Progress each : progress) {
            InstanceKey key = each.key();
            csv.append(String.join(",", key.duty(), key.bearer(), key.counterpart(), key.period(), each.status().word(),
                    String.valueOf(each.counted()), String.valueOf(each.target()))).append('\n');
        }
        return csv.toString();
    }

    private static OccasionPart activity(Map<String, String> row) {
        Map<String, Integer> participants = new HashMap<>();
        for (String pair : parts(get(row, "participants"))) {
            int colon = pair.lastIndexOf(':');
            participants.put(pair.substring(0, colon), Integer.valueOf(pair.substring(colon + 1)));
        }
        return new OccasionPart(get(row, "id"), "1", get(row, "kind"), LocalDate.parse(get(row, "date")),
                get(row, "community"), orNull(get(row, "host")), orNull(get(row, "led_by")),
                rank(get(row, "led_by_rank")), orNull(get(row, "subject")), parts(get(row, "grade")),
                get(row, "lessons").isEmpty() ? 1 : Integer.parseInt(get(row, "lessons")), participants,
                date(get(row, "filed_on")), date(get(row, "approved_on")),
                OccasionState.valueOf(get(row, "state").toUpperCase(Locale.ROOT)));
    }

    private static Placement placement(Map<String, String> row) {
        return new Placement(get(row, "id"), get(row, "from_school"), get(row, "to_school"), get(row, "person"),
                Objects.requireNonNullElse(rank(get(row, "rank")), Rank.TEACHER), get(row, "permanent").equals("yes"),
                get(row, "young").equals("yes"), LocalDate.parse(get(row, "start")), date(get(row, "end")),
                orNull(get(row, "mentor")));
    }

    private static PeriodKind kind(String word) {
        return switch (word) {
            case "semester" -> PeriodKind.TERM;
            case "school-year" -> PeriodKind.SCHOOL_YEAR;
            default -> PeriodKind.CALENDAR_YEAR;
        };
    }

    private static @Nullable Rank rank(String word) {
        return word.isEmpty() ? null : Rank.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";"));
    }

    private static String get(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<Map<String, String>> rows(String name, String file) {
        String text = text(ROOT + name + "/" + file);
        if (text == null) {
            return List.of();
        }
        List<String> lines = text.lines().toList();
        String[] header = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], values[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable String text(String resource) {
        try (InputStream stream = CaseFolder.class.getResourceAsStream(resource)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

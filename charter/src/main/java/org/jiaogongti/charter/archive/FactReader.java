package org.jiaogongti.charter.archive;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.appraising.Inspected;
import org.jiaogongti.charter.archive.Csv.Row;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.reading.CharterText;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link FactFiles} and {@link WorldFiles} wrote; anything else is a {@link BadFile}. */
final class FactReader {

    /** As in a facts directory: nobody holds a hundred thousand lessons in one, and no sum runs over. */
    private static final int MOST = 100_000;
    private static final Pattern FRACTION = Pattern.compile("[0-9]{1,400}/[1-9][0-9]{0,399}");

    private final Map<String, byte[]> files;

    FactReader(Map<String, byte[]> files) {
        this.files = files;
    }

    Frozen read(Manifest manifest) {
        Map<String, String> overlays = new LinkedHashMap<>();
        manifest.overlays().forEach(name -> overlays.put(name, text(FactFiles.OVERLAYS + name + ".yaml")));
        Frozen.Rules rules = new Frozen.Rules(new CharterText(text(FactFiles.CHARTER), text(FactFiles.NOTICE)),
                overlays, manifest.readings(), Set.copyOf(manifest.factTypes()), text(FactFiles.SCHEME));
        Map<String, List<String>> schools = new LinkedHashMap<>();
        for (Row row : rows(FactFiles.COMMUNITIES, FactFiles.COMMUNITY_COLUMNS)) {
            List<String> inside = schools.computeIfAbsent(row.text(0), _ -> new ArrayList<>());
            if (!row.text(1).isEmpty()) {
                inside.add(row.text(1));
            }
        }
        List<Fact> facts = new ArrayList<>();
        rows(FactFiles.ACTIVITIES, FactFiles.ACTIVITY_COLUMNS).forEach(row -> facts.add(activity(row)));
        rows(FactFiles.PLACEMENTS, FactFiles.PLACEMENT_COLUMNS).forEach(row -> facts.add(placement(row)));
        Map<String, BigFraction> before = new HashMap<>();
        rows(FactFiles.BEFORE, FactFiles.BEFORE_COLUMNS).forEach(row -> before.put(row.text(0), fraction(row, 1)));
        return new Frozen(rules, manifest.asked(), schools, world(), facts, waivers(), inspected(), before);
    }

    private String text(String file) {
        return Csv.text(file, file(file));
    }

    private byte[] file(String name) {
        byte[] file = files.get(name);
        if (file == null) {
            throw new BadFile(name, "归档里没有这个文件");
        }
        return file;
    }

    private List<Row> rows(String file, String... header) {
        return Csv.read(file, file(file), header);
    }

    private World world() {
        FrozenWorld world = new FrozenWorld();
        for (Row row : rows(WorldFiles.CALENDAR, WorldFiles.CALENDAR_COLUMNS)) {
            world.period(new Period(row.text(0), word(row, 1, PeriodKind.values()), days(row, 2),
                    optionalDay(row, 4)));
        }
        rows(WorldFiles.WORLD_COMMUNITIES, WorldFiles.WORLD_COLUMNS).forEach(row -> world.community(row.text(0)));
        for (Row row : rows(WorldFiles.SCHOOLS, WorldFiles.SCHOOL_COLUMNS)) {
            world.member(new World.Membership(row.text(1), row.text(0), word(row, 2, World.Role.values())),
                    days(row, 3));
        }
        rows(WorldFiles.POINTS, WorldFiles.POINT_COLUMNS)
                .forEach(row -> world.point(row.text(0), row.text(1), days(row, 2)));
        rows(WorldFiles.KINDS, WorldFiles.KIND_COLUMNS)
                .forEach(row -> world.kind(row.text(0), word(row, 1, World.SchoolKind.values())));
        rows(WorldFiles.STAFF, WorldFiles.STAFF_COLUMNS)
                .forEach(row -> world.teachers(row.text(0), number(row, 1), days(row, 2)));
        for (Row row : rows(WorldFiles.SUBJECTS, WorldFiles.SUBJECT_COLUMNS)) {
            if (row.text(1).equals(WorldFiles.GROUP)) {
                world.group(row.text(0), row.text(2), days(row, 4));
            } else {
                world.weak(row.text(0), new World.WeakSubject(row.text(3), row.text(2)), days(row, 4));
            }
        }
        return world;
    }

    private static OccasionPart activity(Row row) {
        Map<String, Integer> participants = new HashMap<>();
        for (String each : list(row.text(11))) {
            int colon = each.lastIndexOf(':');
            if (colon < 0) {
                throw wrong(row, "“" + each + "”不是 学校:人数");
            }
            participants.put(each.substring(0, colon), number(row, each.substring(colon + 1)));
        }
        Map<String, Paper> papers = new HashMap<>();
        for (Paper paper : Paper.values()) {
            papers.put(paper.word(), paper);
        }
        Set<Paper> owes = list(row.text(16)).stream().map(word -> {
            Paper paper = papers.get(word);
            if (paper == null) {
                throw wrong(row, "“" + word + "”不是要事先办的手续");
            }
            return paper;
        }).collect(Collectors.toSet());
        return new OccasionPart(row.text(0), row.text(1), row.text(2), day(row, 3), row.text(4), optional(row, 5),
                optional(row, 6), row.text(7).isEmpty() ? null : word(row, 7, Rank.values()), optional(row, 8),
                list(row.text(9)), number(row, 10), participants, optionalDay(row, 12), optionalDay(row, 13),
                word(row, 14, OccasionState.values()), yes(row, 15), owes);
    }

    private static Placement placement(Row row) {
        return new Placement(row.text(0), row.text(1), row.text(2), row.text(3), word(row, 4, Rank.values()),
                yes(row, 5), yes(row, 6), day(row, 7), optionalDay(row, 8), optional(row, 9));
    }

    private List<Waiver> waivers() {
        return rows(FactFiles.WAIVERS, FactFiles.WAIVER_COLUMNS).stream()
                .map(row -> new Waiver(new InstanceKey(row.text(0), row.text(1), row.text(2), row.text(3)),
                        row.text(4).isEmpty() ? null : Math.max(1, number(row, 4)), day(row, 5)))
                .toList();
    }

    private Inspected inspected() {
        Map<Inspected.Drawn, BigFraction> quality = new HashMap<>();
        rows(FactFiles.QUALITY, FactFiles.QUALITY_COLUMNS).forEach(
                row -> quality.put(new Inspected.Drawn(row.text(0), row.text(1)), fraction(row, 2)));
        Map<String, List<String>> open = new LinkedHashMap<>();
        rows(FactFiles.FINDINGS, FactFiles.FINDING_COLUMNS)
                .forEach(row -> open.computeIfAbsent(row.text(0), _ -> new ArrayList<>()).add(row.text(1)));
        return new Inspected(quality, open);
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";", -1));
    }

    private static @Nullable String optional(Row row, int column) {
        return row.text(column).isEmpty() ? null : row.text(column);
    }

    private static boolean yes(Row row, int column) {
        return switch (row.text(column)) {
            case FactFiles.YES -> true;
            case FactFiles.NO -> false;
            default -> throw wrong(row, "“" + row.text(column) + "”不是 yes 或 no");
        };
    }

    private static DateRange days(Row row, int column) {
        LocalDate from = day(row, column);
        LocalDate until = day(row, column + 1);
        if (until.isBefore(from)) {
            throw wrong(row, until + " 早于 " + from);
        }
        return new DateRange(from, until);
    }

    private static LocalDate day(Row row, int column) {
        try {
            return LocalDate.parse(row.text(column));
        } catch (DateTimeException noDay) {
            throw wrong(row, "“" + row.text(column) + "”不是日期");
        }
    }

    private static @Nullable LocalDate optionalDay(Row row, int column) {
        return row.text(column).isEmpty() ? null : day(row, column);
    }

    private static int number(Row row, int column) {
        return number(row, row.text(column));
    }

    private static int number(Row row, String text) {
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw wrong(row, "“" + text + "”不是 0 至 " + MOST + " 的整数");
    }

    private static BigFraction fraction(Row row, int column) {
        if (!FRACTION.matcher(row.text(column)).matches()) {
            throw wrong(row, "“" + row.text(column) + "”不是分数");
        }
        String[] parts = row.text(column).split("/", 2);
        return BigFraction.of(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    private static <E extends Enum<E>> E word(Row row, int column, E[] values) {
        for (E value : values) {
            if (FactFiles.word(value).equals(row.text(column))) {
                return value;
            }
        }
        throw wrong(row, "“" + row.text(column) + "”不是认识的词");
    }

    private static BadFile wrong(Row row, String message) {
        return new BadFile(row.file(), row.line(), message);
    }
}

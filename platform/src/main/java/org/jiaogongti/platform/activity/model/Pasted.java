package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.FieldType;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;

/** Rows copied from a spreadsheet: tabs between cells, columns by the words of their header or in a fixed order. */
public final class Pasted {

    /** At most this many rows at once. */
    public static final int MOST_ROWS = 200;

    /** A column in the fixed order, with the words by which a header names it. */
    public enum Column {
        DATE("日期", "时间", "哪一天"), HOST("学校", "在哪所学校", "地点", "主办学校", "到哪"), KIND("类型", "活动", "活动类型", "办的是什么"), LESSONS(
                "节数",
                "节", "课时"), SUBJECT("学科", "科目"), GRADE("年级", "班级"), TOPIC("课题", "主题", "内容"), LEADER("带队学校", "谁去的学校",
                        "派出学校",
                        "上课学校"), PEOPLE("教师", "谁去的", "姓名",
                                "带队人"), RANK("身份", "职务"), PARTICIPANTS("参加", "参加人数", "人数", "参加学校"), CAMPUS("校区、完小、教学点",
                                        "校区", "完小", "教学点",
                                        "校区或教学点");

        private final String words;

        Column(String... words) {
            this.words = "|" + String.join("|", words) + "|";
        }

        static Optional<Column> named(String header) {
            String plain = Typed.plain(header).replace("*", "").strip();
            for (Column column : values()) {
                if (!plain.isEmpty() && column.words.contains("|" + plain + "|")) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One row.
     *
     * @param line as pasted, so that it can stay in the box
     * @param number from 1, header not counted
     */
    public record Row(int number, String line, OccasionEntry entry, List<FieldError> errors) {}

    private final Ground ground;
    private final UUID school;

    public Pasted(Ground ground, UUID school) {
        this.ground = ground;
        this.school = school;
    }

    /**
     * @param header the header line as pasted, or empty
     */
    public record Table(String header, List<Row> rows) {}

    public Table read(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Map<Column, Integer> columns = inOrder();
        Map<KindField, Integer> fields = Map.of();
        String header = "";
        if (!lines.isEmpty()) {
            Map<Column, Integer> named = byHeader(lines.getFirst());
            if (named.size() >= 2) {
                columns = named;
                fields = fields(lines.getFirst());
                header = lines.getFirst();
            }
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(header.isEmpty() ? 0 : 1, lines.size())) {
            rows.add(row(rows.size() + 1, line, columns, fields));
        }
        return new Table(header, rows);
    }

    private static Map<Column, Integer> inOrder() {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            columns.put(column, columns.size());
        }
        return columns;
    }

    private static Map<Column, Integer> byHeader(String line) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        String[] cells = line.split("\t", -1);
        for (int i = 0; i < cells.length; i++) {
            int at = i;
            Column.named(cells[i]).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        return columns;
    }

    /** Columns that a header calls by the name of a kind's field. */
    private Map<KindField, Integer> fields(String line) {
        Map<KindField, Integer> columns = new LinkedHashMap<>();
        List<String> heads = Stream.of(line.split("\t", -1)).map(cell -> Typed.plain(cell).replace("*", "").strip())
                .toList();
        for (KindField field : ground.kinds().fields()) {
            int at = heads.indexOf(field.name());
            if (at >= 0) {
                columns.put(field, at);
            }
        }
        return columns;
    }

    private Row row(int number, String line, Map<Column, Integer> columns, Map<KindField, Integer> fields) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        String[] given = line.split("\t", -1);
        columns.forEach((column, at) -> cells.put(column, at < given.length ? Typed.line(given[at]) : ""));
        List<FieldError> errors = new ArrayList<>();
        String host = host(ground, cell(cells, Column.DATE), cell(cells, Column.HOST), cell(cells, Column.CAMPUS),
                errors);
        String leader = school(ground, "leader", cell(cells, Column.LEADER), errors);
        Optional<ActivityKind> kind = ground.kinds().named(cell(cells, Column.KIND));
        String kindCode = kind.map(ActivityKind::code).orElse(cell(cells, Column.KIND));
        Map<String, String> lessons = Map.of(kindCode, cell(cells, Column.LESSONS));
        OccasionEntry entry = new OccasionEntry(new UUID(0, 0), school.toString(), cell(cells, Column.DATE), "", host,
                leader, rank(cell(cells, Column.RANK), errors), cell(cells, Column.PEOPLE), kindCode, lessons,
                cell(cells, Column.SUBJECT), grades(cell(cells, Column.GRADE)), className(cell(cells, Column.GRADE)),
                cell(cells, Column.TOPIC),
                participants(ground, "participants", cell(cells, Column.PARTICIPANTS), errors),
                boxes(given, fields, errors), List.of(), "");
        return new Row(number, line, entry, errors);
    }

    private Map<String, String> boxes(String[] given, Map<KindField, Integer> columns, List<FieldError> errors) {
        Map<String, String> boxes = new LinkedHashMap<>();
        columns.forEach((field, at) -> {
            String text = at < given.length ? Typed.line(given[at]) : "";
            if (field.type() instanceof FieldType.BySchool) {
                participants(ground, field.box(), text, errors)
                        .forEach((school, number) -> boxes.put(field.code() + "." + school, number));
            } else {
                boxes.put(field.code(), text);
            }
        });
        return boxes;
    }

    private static String cell(Map<Column, String> cells, Column column) {
        String text = cells.get(column);
        return text == null ? "" : text;
    }

    /** The id of a school that is named; empty where none is. */
    static String school(Ground ground, String field, String name, List<FieldError> errors) {
        if (name.isEmpty()) {
            return "";
        }
        Optional<School> found = ground.schoolNamed(name);
        if (found.isEmpty()) {
            errors.add(new FieldError(field, "activity.error.school.unknown", name));
        }
        return found.map(school -> school.id().toString()).orElse("");
    }

    /** A campus or teaching point alone says its school as well. */
    static String host(Ground ground, String date, String named, String campus, List<FieldError> errors) {
        String alone = campus.isEmpty() ? named : campus;
        Optional<Campus> found = Typed.date(date, ground.today())
                .flatMap(day -> ground.campusNamed(alone, day));
        if (found.isPresent() && (named.isEmpty() || campus.isEmpty())) {
            return OccasionEntry.host(found.get().school().toString(), found.get().name());
        }
        return OccasionEntry.host(school(ground, "host", named, errors), campus);
    }

    private static String rank(String typed, List<FieldError> errors) {
        if (typed.isEmpty()) {
            return "";
        }
        return switch (typed) {
            case "校长" -> Rank.PRINCIPAL.name();
            case "副校长" -> Rank.VICE_PRINCIPAL.name();
            case "中层干部", "中层" -> Rank.CADRE.name();
            case "骨干教师", "名优骨干教师", "骨干" -> Rank.BACKBONE.name();
            case "教师" -> Rank.TEACHER.name();
            default -> {
                errors.add(new FieldError("leaderRank", "activity.error.rank"));
                yield "";
            }
        };
    }

    /** The grades named in 五年级2班, 五(2)班, 5年级, 三、四. */
    static List<String> grades(String typed) {
        String text = Typed.plain(typed);
        List<String> grades = new ArrayList<>();
        String digits = "123456";
        for (int i = 0; i < EntryReading.GRADES.size(); i++) {
            String grade = EntryReading.GRADES.get(i);
            boolean digit = text.contains(digits.charAt(i) + "年级") || text.equals(digits.substring(i, i + 1));
            if (text.contains(grade) || digit) {
                grades.add(grade);
            }
        }
        return grades;
    }

    private static String className(String typed) {
        return typed.contains("班") ? typed : "";
    }

    /** 方桥小学:4;江口:3. */
    static Map<String, String> participants(Ground ground, String box, String typed, List<FieldError> errors) {
        Map<String, String> people = new LinkedHashMap<>();
        for (String piece : Typed.plain(typed).split("[;,、\\s]+", -1)) {
            int colon = piece.indexOf(':');
            String name = colon < 0 ? piece.replaceFirst("\\d+人?$", "") : piece.substring(0, colon);
            String number = colon < 0 ? piece.substring(name.length()) : piece.substring(colon + 1);
            if (piece.isEmpty()) {
                continue;
            }
            Optional<School> found = ground.schoolNamed(name);
            if (found.isPresent()) {
                people.put(found.get().id().toString(), number);
            } else {
                errors.add(new FieldError(box, "activity.error.school.unknown", name));
            }
        }
        return people;
    }

    /** What makes two rows the same row: the side, the day, the place, who came, what it was and for whom. */
    public static String naturalKey(Said said) {
        LocalDate date = said.date();
        String place = String.valueOf(said.host());
        return String.join("|", said.school().toString(), date.toString(), said.dayPart(),
                said.site() == null ? place : OccasionEntry.host(place, said.site().name()),
                String.valueOf(said.leader()), said.mainKind(), String.valueOf(said.subject()),
                String.join("", said.grades()), said.className(), said.topic(), String.join("、", said.people()));
    }
}

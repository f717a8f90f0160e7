package org.jiaogongti.platform.activity.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.FieldType;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.model.EntryReading.Read;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.School;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the occasions' table as what the record form would say, and back. A row that can be read comes back written in one
 * way only, so that equal occasions are equal rows.
 */
public final class OccasionRows {

    private static final UUID NO_TOKEN = new UUID(0, 0);

    private final Ground ground;
    private final ActivityKinds kinds;

    public OccasionRows(Ground ground) {
        this.ground = ground;
        this.kinds = ground.kinds();
    }

    public Ground ground() {
        return ground;
    }

    /** The row as it is written where it can be read, as it is where not. */
    public SheetRow canonical(SheetRow row) {
        return said(row).map(this::row).orElse(row);
    }

    /** What a row says; empty where something is wrong with it. */
    public Optional<Said> said(SheetRow row) {
        return read(row) instanceof Read.Good good ? Optional.of(good.said()) : Optional.empty();
    }

    /** What is wrong with a row, at its cells, in the words of the record form. */
    public List<Problem> problems(SheetRow row) {
        if (!(read(row) instanceof Read.Bad bad)) {
            return List.of();
        }
        String main = kinds.named(row.get("kind")).map(ActivityKind::code).orElse("");
        return bad.errors().stream().map(error -> problem(error, main)).toList();
    }

    /** A school that nobody knows is told once, and not as one that is missing as well. */
    private Read read(SheetRow row) {
        List<FieldError> errors = new ArrayList<>();
        OccasionEntry entry = entry(row, errors);
        Read read = EntryReading.read(entry, ground);
        if (errors.isEmpty()) {
            return read;
        }
        Set<String> named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        if (read instanceof Read.Bad bad) {
            bad.errors().stream().filter(error -> !named.contains(error.field())).forEach(errors::add);
        }
        return new Read.Bad(List.copyOf(errors));
    }

    private static Problem problem(FieldError error, String main) {
        String field = error.field().replaceFirst("\\..*", "");
        String column = switch (field) {
            case "mainKind" -> "kind";
            case "dayPart" -> "day-part";
            case "leaderRank" -> "rank";
            case "className" -> "class";
            case "alsoIn" -> "also-in";
            case "lessons" -> error.field().equals("lessons." + main) ? "lessons" : "also";
            default -> field.replaceFirst("^f_", "f-");
        };
        return Problem.at(column, error.key(), error.numbers().toArray());
    }

    private OccasionEntry entry(SheetRow row, List<FieldError> errors) {
        Map<String, String> lessons = also(row.get("also"), errors);
        String kind = kinds.named(row.get("kind")).map(ActivityKind::code).orElse(row.get("kind"));
        lessons.put(kind, row.get("lessons"));
        String grades = row.get("grades");
        String className = row.has("class") || !grades.contains("班") ? row.get("class") : grades;
        return new OccasionEntry(NO_TOKEN, Pasted.school(ground, "school", row.get("school"), errors), row.get("date"),
                row.get("day-part"),
                Pasted.host(ground, row.get("date"), row.get("host"), row.get("campus"), errors),
                Pasted.school(ground, "leader", row.get("leader"), errors), row.get("rank"), row.get("people"), kind,
                lessons, row.get("subject"), Pasted.grades(grades), className, row.get("topic"),
                Pasted.participants(ground, "participants", row.get("participants"), errors), fields(row, errors),
                communities(row.get("also-in")), "no");
    }

    /** The column of a field that a kind has of its own. */
    public static String column(KindField field) {
        return "f-" + field.code();
    }

    private Map<String, String> fields(SheetRow row, List<FieldError> errors) {
        Map<String, String> boxes = new LinkedHashMap<>();
        for (KindField field : kinds.fields()) {
            String text = row.get(column(field));
            if (field.type() instanceof FieldType.BySchool) {
                Pasted.participants(ground, field.box(), text, errors)
                        .forEach((school, people) -> boxes.put(field.code() + "." + school, people));
            } else if (!text.isEmpty()) {
                boxes.put(field.code(), text);
            }
        }
        return boxes;
    }

    /** Their ids; a name nobody knows stays, so that it is told. */
    private List<String> communities(String typed) {
        return Typed.names(typed).stream().map(name -> ground.composition().communities().stream()
                .filter(each -> each.name().equals(name) || each.shortName().equals(name)).findFirst()
                .map(Community::key).orElse(name)).toList();
    }

    /** 课后评课;专题讲座:2. */
    private Map<String, String> also(String typed, List<FieldError> errors) {
        Map<String, String> lessons = new LinkedHashMap<>();
        for (String piece : Typed.plain(typed).split("[;,、]+", -1)) {
            int colon = piece.indexOf(':');
            String name = (colon < 0 ? piece : piece.substring(0, colon)).strip();
            Optional<ActivityKind> kind = kinds.named(name);
            if (kind.isPresent()) {
                lessons.put(kind.get().code(), colon < 0 ? "" : piece.substring(colon + 1));
            } else if (!name.isEmpty()) {
                errors.add(new FieldError("also", "activity.error.kind.unknown", name));
            }
        }
        return lessons;
    }

    /** What was recorded, as a row. */
    public SheetRow row(Said said) {
        Part main = said.parts().getFirst();
        List<String> also = said.parts().stream().skip(1).map(part -> kinds.get(part.kind()).countsLessons()
                ? kinds.get(part.kind()).name() + ":" + part.lessons()
                : kinds.get(part.kind()).name()).toList();
        SheetRow row = SheetRow.of("date", said.date().toString(), "school", ground.nameOf(said.school()), "day-part",
                said.dayPart(), "host", name(said.host()), "campus", said.site() == null ? "" : said.site().name(),
                "leader", name(said.leader()), "kind", kinds.get(main.kind()).name(), "lessons",
                kinds.get(main.kind()).countsLessons() ? Integer.toString(main.lessons()) : "", "also",
                String.join(";", also), "subject", said.subject() == null ? "" : said.subject(), "grades",
                String.join("、", said.grades()), "class", said.className(), "topic", said.topic(), "people",
                String.join("、", said.people()), "rank", said.leaderRank() == null ? "" : said.leaderRank().name(),
                "participants", bySchool(said.participants()), "also-in", String.join("、", said.alsoIn().stream()
                        .flatMap(id -> ground.community(id).stream()).map(Community::shortName).toList()));
        for (KindField field : kinds.fields()) {
            FieldValue value = said.fields().get(field.code());
            row = value == null ? row : row.with(column(field), text(value));
        }
        return row;
    }

    private String text(FieldValue value) {
        return switch (value) {
            case FieldValue.Yes _ -> "是";
            case FieldValue.Whole whole -> Integer.toString(whole.number());
            case FieldValue.Words words -> words.text();
            case FieldValue.Day day -> day.day().toString();
            case FieldValue.BySchool people -> bySchool(people.people());
        };
    }

    private String bySchool(Map<UUID, Integer> people) {
        List<String> pieces = new ArrayList<>();
        for (School school : ground.schools()) {
            Integer number = people.get(school.id());
            if (number != null) {
                pieces.add(school.name() + ":" + number);
            }
        }
        return String.join(";", pieces);
    }

    private String name(@Nullable UUID school) {
        return school == null ? "" : ground.nameOf(school);
    }

    /** Who owes a duty, or towards whom, in words; empty where nobody is named. */
    public String nameOf(String key) {
        int slash = key.indexOf('/');
        String first = slash < 0 ? key : key.substring(0, slash);
        String name = ground.schools().stream().filter(school -> school.key().equals(first)).map(School::shortName)
                .findFirst()
                .or(() -> ground.composition().communities().stream()
                        .filter(community -> community.key().equals(first)).map(Community::shortName).findFirst())
                .orElse(ground.composition().subjects().contains(first) ? first : "");
        String subject = slash < 0 ? "" : key.substring(slash + 1);
        return ground.composition().subjects().contains(subject) ? name + subject : name;
    }
}

package org.jiaogongti.platform.activity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of the form, to and from what was typed. */
final class EntryForm {

    private static final String LESSONS = "lessons_";
    private static final String PEOPLE = "p_";
    private static final String FIELD = "f_";

    private EntryForm() {}

    /** Only fields that the form has are read; whatever else was sent is ignored. */
    static OccasionEntry read(MultiValueMap<String, String> sent) {
        String mainKind = first(sent, "mainKind");
        Map<String, String> lessons = new LinkedHashMap<>();
        Stream.concat(sent.getOrDefault("also", List.of()).stream(), Stream.of(mainKind))
                .filter(kind -> !kind.isEmpty())
                .forEach(kind -> lessons.put(kind, first(sent, LESSONS + kind)));
        Map<String, String> participants = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(PEOPLE)) {
                participants.put(name.substring(PEOPLE.length()), values.getFirst());
            } else if (name.startsWith(FIELD)) {
                // A school follows the field's code where there is a number for each.
                fields.put(name.substring(FIELD.length()).replaceFirst("_", "."), values.getFirst());
            }
        });
        return new OccasionEntry(token(first(sent, "token")), first(sent, "school"), first(sent, "date"),
                first(sent, "dayPart"), first(sent, "host"), first(sent, "leader"), first(sent, "leaderRank"),
                first(sent, "people"), mainKind, lessons, first(sent, "subject"),
                sent.getOrDefault("grades", List.of()), first(sent, "className"), first(sent, "topic"), participants,
                fields, sent.getOrDefault("alsoIn", List.of()), first(sent, "same"));
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    /** A form without a proper token is sent as a new one. */
    private static UUID token(String sent) {
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    /** An occasion as the form shows it for changing. */
    static OccasionEntry of(Occasion occasion) {
        Said said = occasion.said();
        Map<String, String> lessons = new LinkedHashMap<>();
        said.parts().forEach(part -> lessons.put(part.kind(), Integer.toString(part.lessons())));
        Map<String, String> participants = new LinkedHashMap<>();
        said.participants().forEach((school, people) -> participants.put(school.toString(), people.toString()));
        return new OccasionEntry(occasion.id(), said.school().toString(), said.date().toString(), said.dayPart(),
                OccasionEntry.host(text(said.host()), said.site() == null ? "" : said.site().name()),
                text(said.leader()), said.leaderRank() == null ? "" : said.leaderRank().name(),
                String.join("、", said.people()), said.mainKind(), lessons, said.subject() == null ? "" : said.subject(),
                said.grades(), said.className(), said.topic(), participants, boxes(said.fields()),
                said.alsoIn().stream().map(UUID::toString).toList(), "");
    }

    /** Values as they stand in their boxes. */
    private static Map<String, String> boxes(Map<String, FieldValue> values) {
        Map<String, String> boxes = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            switch (value) {
                case FieldValue.Yes _ -> boxes.put(field, "yes");
                case FieldValue.Whole number -> boxes.put(field, Integer.toString(number.number()));
                case FieldValue.Words words -> boxes.put(field, words.text());
                case FieldValue.Day day -> boxes.put(field, day.day().toString());
                case FieldValue.BySchool numbers -> numbers.people()
                        .forEach((school, people) -> boxes.put(field + "." + school, people.toString()));
            }
        });
        return boxes;
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}

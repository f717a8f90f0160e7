package org.jiaogongti.platform.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jspecify.annotations.Nullable;

/** An occasion as programs read it. */
record OccasionJson(UUID id, int version, LocalDate date, String dayPart, UUID community, UUID school,
        @Nullable UUID host, @Nullable UUID leader, @Nullable String leaderRank, List<String> people,
        List<Occasion.Part> parts, @Nullable String subject, List<String> grades, String className, String topic,
        List<Participant> participants, List<Field> fields,
        List<UUID> alsoIn, String state, boolean disputed, @Nullable UUID joinedInto, Instant recordedAt,
        LocalDate enteredOn) {

    /** How many people of a school took part. */
    record Participant(UUID school, int people) {}

    static OccasionJson of(Occasion occasion) {
        Said said = occasion.said();
        List<Participant> participants = new ArrayList<>();
        said.participants().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(each -> participants.add(new Participant(each.getKey(), each.getValue())));
        return new OccasionJson(occasion.id(), occasion.version(), said.date(), said.dayPart(), said.community(),
                said.school(), said.host(), said.leader(), said.leaderRank() == null ? null : said.leaderRank().name(),
                said.people(), said.parts(), said.subject(), said.grades(), said.className(), said.topic(),
                participants, fields(said.fields()), said.alsoIn(),
                occasion.state().name(), occasion.disputed(), occasion.joinedInto(), occasion.entry().at(),
                occasion.entry().on());
    }

    /**
     * What stands in a further field of the kinds: one of number, words, day and yes.
     *
     * @param school where the field is asked for each school
     */
    record Field(@Nullable String field, @Nullable UUID school, @Nullable Integer number, @Nullable String words,
            @Nullable LocalDate day, @Nullable Boolean yes) {

        /** As it would be typed. */
        String typed() {
            if (number != null) {
                return number.toString();
            }
            if (words != null) {
                return words;
            }
            return day != null ? day.toString() : Boolean.TRUE.equals(yes) ? "yes" : "";
        }

        /** The box it would be typed into. */
        String box() {
            String code = field == null ? "" : field;
            return school == null ? code : code + "." + school;
        }
    }

    private static List<Field> fields(Map<String, FieldValue> values) {
        List<Field> fields = new ArrayList<>();
        new TreeMap<>(values).forEach((code, value) -> {
            switch (value) {
                case FieldValue.Yes _ -> fields.add(new Field(code, null, null, null, null, true));
                case FieldValue.Whole whole -> fields.add(new Field(code, null, whole.number(), null, null, null));
                case FieldValue.Words words -> fields.add(new Field(code, null, null, words.text(), null, null));
                case FieldValue.Day day -> fields.add(new Field(code, null, null, null, day.day(), null));
                case FieldValue.BySchool people -> new TreeMap<>(people.people())
                        .forEach((school, number) -> fields.add(new Field(code, school, number, null, null, null)));
            }
        });
        return fields;
    }

    /**
     * What a program enters: the fields of the form, under the same names. The first part is the main one.
     *
     * @param same the other side's entry it is to be joined to, or {@code no} where it is not the same
     */
    record Entered(@Nullable String school, @Nullable String date, @Nullable String dayPart, @Nullable String host,
            @Nullable String leader, @Nullable String leaderRank, @Nullable List<String> people,
            @Nullable List<Part> parts, @Nullable String subject, @Nullable List<String> grades,
            @Nullable String className, @Nullable String topic, @Nullable List<Attended> participants,
            @Nullable List<Field> fields, @Nullable List<String> alsoIn, @Nullable String same) {

        /** A kind by its code, and its lessons. */
        record Part(@Nullable String kind, @Nullable Integer lessons) {}

        /** People of a school, by its id. */
        record Attended(@Nullable String school, @Nullable Integer people) {}

        OccasionEntry entry(UUID token) {
            List<Part> told = parts == null ? List.of() : parts;
            Map<String, String> lessons = new HashMap<>();
            told.forEach(
                    part -> lessons.put(text(part.kind()), part.lessons() == null ? "" : part.lessons().toString()));
            Map<String, String> attended = new HashMap<>();
            if (participants != null) {
                participants.forEach(each -> attended.put(text(each.school()),
                        each.people() == null ? "" : each.people().toString()));
            }
            return new OccasionEntry(token, text(school), text(date), text(dayPart), text(host), text(leader),
                    text(leaderRank), people == null ? "" : String.join("、", people),
                    told.isEmpty() ? "" : text(told.getFirst().kind()), lessons, text(subject),
                    grades == null ? List.of() : grades, text(className), text(topic), attended, boxes(),
                    alsoIn == null ? List.of() : alsoIn, text(same));
        }

        private Map<String, String> boxes() {
            Map<String, String> boxes = new HashMap<>();
            if (fields != null) {
                fields.forEach(field -> boxes.put(field.box(), field.typed()));
            }
            return boxes;
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }
}

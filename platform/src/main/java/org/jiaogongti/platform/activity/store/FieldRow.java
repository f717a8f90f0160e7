package org.jiaogongti.platform.activity.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.FieldValue;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code activity.field_value}: one of the four is there.
 *
 * @param school nobody's id where the field is not asked for each school
 */
record FieldRow(String field, UUID school, @Nullable Integer number, @Nullable String words, @Nullable LocalDate day,
        @Nullable Boolean yes) {

    private static final UUID NOBODY = new UUID(0, 0);

    static List<FieldRow> of(Map<String, FieldValue> values) {
        List<FieldRow> rows = new ArrayList<>();
        values.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            String field = each.getKey();
            switch (each.getValue()) {
                case FieldValue.Yes _ -> rows.add(new FieldRow(field, NOBODY, null, null, null, true));
                case FieldValue.Whole value -> rows.add(new FieldRow(field, NOBODY, value.number(), null, null, null));
                case FieldValue.Words value -> rows.add(new FieldRow(field, NOBODY, null, value.text(), null, null));
                case FieldValue.Day value -> rows.add(new FieldRow(field, NOBODY, null, null, value.day(), null));
                case FieldValue.BySchool value -> value.people().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .forEach(school -> rows
                                .add(new FieldRow(field, school.getKey(), school.getValue(), null, null, null)));
            }
        });
        return rows;
    }

    String schoolText() {
        return school.toString();
    }

    @Nullable
    String dayText() {
        return day == null ? null : day.toString();
    }

    /** Back from the texts that the select makes: field, school, and a letter for the type before the value. */
    static Map<String, FieldValue> values(List<String> texts) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        Map<String, Map<UUID, Integer>> bySchool = new LinkedHashMap<>();
        for (String text : texts) {
            String[] parts = text.split(" ", 3);
            String value = parts[2].substring(1);
            UUID school = UUID.fromString(parts[1]);
            if (!school.equals(NOBODY)) {
                bySchool.computeIfAbsent(parts[0], _ -> new LinkedHashMap<>()).put(school, Integer.valueOf(value));
                continue;
            }
            values.put(parts[0], switch (parts[2].charAt(0)) {
                case 'n' -> new FieldValue.Whole(Integer.parseInt(value));
                case 'w' -> new FieldValue.Words(value);
                case 'd' -> new FieldValue.Day(LocalDate.parse(value));
                default -> new FieldValue.Yes();
            });
        }
        bySchool.forEach((field, people) -> values.put(field, new FieldValue.BySchool(people)));
        return values;
    }
}

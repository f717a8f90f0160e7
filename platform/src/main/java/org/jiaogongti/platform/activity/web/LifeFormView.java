package org.jiaogongti.platform.activity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.LifeRecords.Form;
import org.jiaogongti.platform.activity.Minute;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.OccasionLife.Can;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jspecify.annotations.Nullable;

/**
 * One of the forms in the life of an occasion: announcing, moving, minutes.
 *
 * @param typed what stands in its fields, by their names
 * @param errors by field
 * @param problem what concerns no single field, or empty
 */
public record LifeFormView(Form form, Map<String, String> typed, Map<String, String> errors, String problem, Say say) {

    static LifeFormView of(Form form, Map<String, String> typed, List<FieldError> errors, String problem, Say say) {
        return new LifeFormView(form, typed, errors.stream()
                .collect(Collectors.toMap(FieldError::field, say::error, (first, _) -> first)), problem, say);
    }

    public String path() {
        return "/activities/" + form.occasion().id();
    }

    public String box(String field) {
        return typed.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** A place to choose: a school or one of its campuses. */
    public record Choice(String value, String text) {}

    public List<Choice> hosts() {
        List<Choice> choices = new ArrayList<>();
        for (School school : say.ground().schools()) {
            if (form.hosts().contains(school.id())) {
                choices.add(new Choice(school.key(), school.name()));
                for (Campus campus : say.ground().campusesOf(school.id(), form.occasion().said().date())) {
                    choices.add(new Choice(OccasionEntry.host(school.key(), campus.name()),
                            say.m().t("activity.host.option", school.shortName(), campus.name())));
                }
            }
        }
        return choices;
    }

    public boolean hosted() {
        UUID host = form.occasion().said().host();
        return host != null;
    }

    /** Whether the minutes are settled, so that another text is a correction. */
    public boolean correcting() {
        return form.can().contains(Can.CORRECT);
    }

    public int written() {
        return form.minutes().size();
    }

    public @Nullable Minute latest() {
        return form.minutes().isEmpty() ? null : form.minutes().getLast();
    }
}

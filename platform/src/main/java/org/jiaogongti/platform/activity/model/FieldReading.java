package org.jiaogongti.platform.activity.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKind.Ask;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.FieldType;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.KindField;
import org.jspecify.annotations.Nullable;

/** What was typed into the fields of the kinds, as typed values; the same for every way in. */
final class FieldReading {

    private static final int LONGEST_LINK = 300;

    private final Ground ground;
    private final Map<String, String> typed;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param typed by the field's code; for a number of each school by {@code code.school} */
    FieldReading(Ground ground, Map<String, String> typed) {
        this.ground = ground;
        this.typed = typed;
    }

    List<FieldError> errors() {
        return errors;
    }

    /**
     * The values of the fields that these kinds ask for.
     *
     * @param kinds of the parts, the main one first
     */
    Map<String, FieldValue> read(List<ActivityKind> kinds) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        Map<String, Ask> asked = new LinkedHashMap<>();
        for (ActivityKind kind : kinds) {
            kind.fields().forEach(ask -> asked.merge(ask.field().code(), ask, FieldReading::stricter));
        }
        for (Ask ask : asked.values()) {
            int before = errors.size();
            FieldValue value = value(ask.field());
            if (value != null) {
                values.put(ask.field().code(), value);
            } else if (ask.required() && errors.size() == before) {
                errors.add(new FieldError(ask.field().box(), "activity.error.field.missing", ask.field().name()));
            }
        }
        notAsked(kinds, asked);
        return values;
    }

    private static Ask stricter(Ask one, Ask other) {
        return one.required() ? one : other;
    }

    /** Nothing is dropped in silence: what no chosen kind asks for has to be emptied by a person. */
    private void notAsked(List<ActivityKind> kinds, Map<String, Ask> asked) {
        typed.entrySet().stream().filter(box -> !box.getValue().isBlank()).map(box -> box.getKey().split("\\.", 2)[0])
                .filter(code -> !asked.containsKey(code)).distinct().sorted().forEach(code -> {
                    String name = ground.kinds().field(code).map(KindField::name).orElse(Typed.line(code));
                    errors.add(kinds.isEmpty()
                            ? new FieldError("f_" + code, "activity.error.field.unasked.any", name)
                            : new FieldError("f_" + code, "activity.error.field.unasked", name,
                                    kinds.getFirst().name()));
                });
    }

    private @Nullable FieldValue value(KindField field) {
        String text = Typed.line(typed.getOrDefault(field.code(), ""));
        return switch (field.type()) {
            case FieldType.BySchool numbers -> people(field, numbers.most());
            case FieldType.YesNo _ -> yes(field, text);
            case FieldType.Whole whole when !text.isEmpty() -> number(field, whole, text);
            case FieldType.Text longest when !text.isEmpty() -> words(field, text, longest.longest());
            case FieldType.Link _ when !text.isEmpty() -> link(field, text);
            case FieldType.Day _ when !text.isEmpty() -> day(field, text);
            case FieldType.Choice choice when !text.isEmpty() -> chosen(field, choice, text);
            case FieldType.Whole _,FieldType.Text _,FieldType.Link _,FieldType.Day _,FieldType.Choice _ -> null;
        };
    }

    private @Nullable FieldValue wrong(KindField field, String key, Object... numbers) {
        Object[] all = new Object[numbers.length + 1];
        all[0] = field.name();
        System.arraycopy(numbers, 0, all, 1, numbers.length);
        errors.add(new FieldError(field.box(), key, all));
        return null;
    }

    private @Nullable FieldValue yes(KindField field, String text) {
        return switch (text) {
            case "", "否", "no", "false" -> null;
            case "是", "yes", "true", "on" -> new FieldValue.Yes();
            default -> wrong(field, "activity.error.field.yes", text);
        };
    }

    private @Nullable FieldValue number(KindField field, FieldType.Whole whole, String text) {
        OptionalInt number = Typed.whole(text.endsWith(whole.unit())
                ? text.substring(0, text.length() - whole.unit().length())
                : text);
        if (number.isEmpty() || number.getAsInt() < whole.least() || number.getAsInt() > whole.most()) {
            return wrong(field, "activity.error.field.number", whole.least(), whole.most(), text);
        }
        return new FieldValue.Whole(number.getAsInt());
    }

    private @Nullable FieldValue words(KindField field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length > longest
                ? wrong(field, "activity.error.field.long", longest, length)
                : new FieldValue.Words(text);
    }

    /** Only what a browser opens as a page: a script in an address would run at whoever follows it. */
    private @Nullable FieldValue link(KindField field, String text) {
        if (text.length() > LONGEST_LINK) {
            return wrong(field, "activity.error.field.long", LONGEST_LINK, text.length());
        }
        try {
            URI address = new URI(text);
            boolean page = "https".equalsIgnoreCase(address.getScheme())
                    || "http".equalsIgnoreCase(address.getScheme());
            if (page && address.getHost() != null && address.getUserInfo() == null) {
                return new FieldValue.Words(text);
            }
        } catch (URISyntaxException noAddress) {
            // Told below, like every other text that is no address.
        }
        return wrong(field, "activity.error.field.link", text);
    }

    private @Nullable FieldValue day(KindField field, String text) {
        Optional<LocalDate> day = Typed.date(text, ground.today());
        return day.isPresent() ? new FieldValue.Day(day.get()) : wrong(field, "activity.error.field.day", text);
    }

    private @Nullable FieldValue chosen(KindField field, FieldType.Choice choice, String text) {
        return choice.options().contains(text)
                ? new FieldValue.Words(text)
                : wrong(field, "activity.error.field.choice", String.join("、", choice.options()), text);
    }

    private @Nullable FieldValue people(KindField field, int most) {
        Map<UUID, Integer> people = new LinkedHashMap<>();
        String prefix = field.code() + ".";
        typed.forEach((box, text) -> {
            if (box.startsWith(prefix) && !text.isBlank()) {
                Optional<UUID> school = EntryReading.id(box.substring(prefix.length()))
                        .filter(id -> ground.school(id).isPresent());
                OptionalInt number = Typed.whole(text);
                if (school.isEmpty()) {
                    wrong(field, "activity.error.field.school", Typed.line(box.substring(prefix.length())));
                } else if (number.isEmpty() || number.getAsInt() > most) {
                    errors.add(new FieldError("f_" + box, "activity.error.field.people", field.name(),
                            ground.nameOf(school.get()), most, Typed.line(text)));
                } else if (number.getAsInt() > 0) {
                    people.put(school.get(), number.getAsInt());
                }
            }
        });
        return people.isEmpty() ? null : new FieldValue.BySchool(people);
    }
}

package org.jiaogongti.platform.activity.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.jiaogongti.platform.activity.ActivityKind.Own;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.model.KindReading;
import org.jspecify.annotations.Nullable;

/** The kinds of activity as their pages show them. */
public record KindView(Say say, List<FieldError> errors) {

    /** Counted by lessons, or by occasions. */
    public static final String LESSONS = "节";
    public static final String OCCASIONS = "次";

    /** The types a bureau's own field may have, the simplest first. */
    public static final List<String> TYPES = List.of("TEXT", "CHOICE", "WHOLE", "YES_NO", "DAY", "LINK", "BY_SCHOOL");

    public List<ActivityKind> shipped() {
        return say.kinds().all().stream().filter(kind -> kind.own() == null).toList();
    }

    public List<ActivityKind> own() {
        return say.kinds().all().stream().filter(kind -> kind.own() != null).toList();
    }

    public List<KindField> fields() {
        return say.kinds().fields();
    }

    /**
     * A field that the bureau added.
     *
     * @param kinds names of the kinds that ask for it
     * @param up the code of the field it would be put before, or null where it is the first
     * @param down the same for one step down, empty for the end, or null where it is the last
     */
    public record Placed(KindField field, String kinds, @Nullable String up, @Nullable String down) {}

    public List<Placed> placed() {
        List<KindField> own = say.kinds().ownFields();
        List<Placed> placed = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            KindField field = own.get(at);
            String asking = say.kinds().all().stream()
                    .filter(kind -> kind.fields().stream().anyMatch(ask -> ask.field().code().equals(field.code())))
                    .map(ActivityKind::name).collect(Collectors.joining(say.m().t("activity.and")));
            placed.add(new Placed(field, asking, at == 0 ? null : own.get(at - 1).code(), at == own.size() - 1
                    ? null
                    : at == own.size() - 2 ? "" : own.get(at + 2).code()));
        }
        return placed;
    }

    /** Those that a kind does not ask yet. */
    public List<KindField> unasked(ActivityKind kind) {
        return fields().stream().filter(field -> kind.fields().stream()
                .noneMatch(ask -> ask.field().code().equals(field.code()))).toList();
    }

    /** What it asks, in the words of the form; what nobody can leave out with a star. */
    public String asks(ActivityKind kind) {
        return Stream.concat(
                Stream.of(Need.values()).filter(need -> kind.shown().contains(need))
                        .map(need -> say.need(need) + (kind.needs().contains(need) ? "*" : "")),
                kind.fields().stream().map(ask -> ask.field().name() + (ask.required() ? "*" : "")))
                .collect(Collectors.joining(say.m().t("activity.and")));
    }

    public boolean retired(ActivityKind kind) {
        return !ActivityKinds.holds(kind, say.ground().today()) && last(kind) != null;
    }

    /** The last day of an own kind, or null. */
    public @Nullable LocalDate last(ActivityKind kind) {
        Own own = kind.own();
        return own == null ? null : KindReading.last(own);
    }

    /** From when to when, in words. */
    public String days(ActivityKind kind) {
        Own own = kind.own();
        if (own == null) {
            return "";
        }
        LocalDate last = KindReading.last(own);
        return last == null
                ? say.m().t("activity.kind.since", own.days().first().toString())
                : say.m().t("activity.kind.between", own.days().first().toString(), last.toString());
    }

    public boolean mayRequire(Need need) {
        return KindReading.required(need);
    }

    public @Nullable String error(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).map(say::error).findFirst().orElse(null);
    }
}

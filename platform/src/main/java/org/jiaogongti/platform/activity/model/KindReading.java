package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKind.Ask;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKind.Holder;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.jiaogongti.platform.activity.ActivityKind.Own;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.FieldType;
import org.jiaogongti.platform.activity.KindEntry;
import org.jiaogongti.platform.activity.KindEntry.FieldEntry;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.KindField.Origin;
import org.jspecify.annotations.Nullable;

/** What the bureau typed of a kind or a field of its own, as what it is, or as errors that name the box. */
public final class KindReading {

    /** At most this many kinds of a bureau's own, so that the form stays short and light. */
    public static final int MOST_KINDS = 30;
    /** At most this many fields of a bureau's own. */
    public static final int MOST_FIELDS = 30;
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_TEXT = 500;
    private static final int LARGEST = 100_000;
    private static final int MOST_WORDS = 12;
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final ActivityKinds kinds;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    public KindReading(ActivityKinds kinds, LocalDate today) {
        this.kinds = kinds;
        this.today = today;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Days without an end. */
    public static DateRange days(LocalDate from, @Nullable LocalDate to) {
        return new DateRange(from, to == null ? FOREVER : to);
    }

    /** The last day, or null while there is none. */
    public static @Nullable LocalDate last(Own own) {
        return own.days().last().equals(FOREVER) ? null : own.days().last();
    }

    /** A new kind; only for showing where there are errors. */
    public ActivityKind kind(KindEntry entry, UUID id, String code) {
        String name = name(entry.name(), "name", null);
        String shortName = entry.shortName().isBlank() ? name : name(entry.shortName(), "shortName", null);
        if (kinds.all().stream().filter(kind -> kind.own() != null).count() >= MOST_KINDS) {
            errors.add(new FieldError("name", "activity.kind.error.many", MOST_KINDS));
        }
        Optional<LocalDate> from = Typed.date(entry.from(), today);
        if (from.isEmpty()) {
            errors.add(new FieldError("from", "activity.kind.error.from"));
        }
        Set<Need> needs = EnumSet.noneOf(Need.class);
        Set<Need> asks = EnumSet.noneOf(Need.class);
        for (Need need : Need.values()) {
            switch (entry.need(need.name())) {
                case "REQUIRED" -> (required(need) ? needs : asks).add(need);
                case "OPTIONAL" -> asks.add(need);
                default -> {
                }
            }
        }
        List<Ask> fields = kinds.fields().stream().filter(field -> !entry.need(field.code()).isEmpty())
                .map(field -> new Ask(field, entry.need(field.code()).equals("REQUIRED"))).toList();
        boolean lessons = entry.unit().equals("节");
        return new ActivityKind(code, name, shortName, lessons ? "节" : "次", false, "", needs, asks, fields, false,
                !entry.answer().equals("NOT_ASKED"), word(Holder.values(), entry.holder(), Holder.ANY_SCHOOL),
                word(Gate.values(), entry.gate(), Gate.NONE), "", new Own(id, 1, days(from.orElse(today), null)));
    }

    /** Names, classes and topics help and are never asked for: a record is not refused for want of a word. */
    public static boolean required(Need need) {
        return switch (need) {
            case HOST, LEADER, RANK, SUBJECT, GRADE, PARTICIPANTS -> true;
            case PEOPLE, CLASS, TOPIC -> false;
        };
    }

    /** A name that no other kind has, full or short. */
    public String name(String typed, String box, @Nullable String own) {
        String name = Typed.line(typed);
        int length = name.codePointCount(0, name.length());
        if (length < 2 || length > LONGEST_NAME) {
            errors.add(new FieldError(box, "activity.kind.error.name", LONGEST_NAME));
        } else if (kinds.all().stream().anyMatch(kind -> !kind.code().equals(own)
                && (kind.name().equals(name) || kind.shortName().equals(name)))) {
            errors.add(new FieldError(box, "activity.kind.error.name.taken", name));
        }
        return name;
    }

    /** A new field; only for showing where there are errors. */
    public KindField field(FieldEntry entry, String code) {
        String name = Typed.line(entry.name());
        int length = name.codePointCount(0, name.length());
        if (length < 2 || length > LONGEST_NAME) {
            errors.add(new FieldError("name", "activity.kind.error.name", LONGEST_NAME));
        } else if (kinds.fields().stream().anyMatch(field -> field.name().equals(name))
                || Arrays.stream(Need.values()).anyMatch(need -> need.word().equals(name))) {
            errors.add(new FieldError("name", "activity.kind.error.field.taken", name));
        }
        if (kinds.fields().stream().filter(field -> field.code().startsWith("own-")).count() >= MOST_FIELDS) {
            errors.add(new FieldError("name", "activity.kind.error.fields.many", MOST_FIELDS));
        }
        return new KindField(code, name, type(entry), Typed.line(entry.hint()), Origin.ASKED);
    }

    private FieldType type(FieldEntry entry) {
        return switch (entry.type()) {
            case "YES_NO" -> new FieldType.YesNo();
            case "WHOLE" -> new FieldType.Whole(0, most(entry, LARGEST), unit(entry));
            case "TEXT" -> new FieldType.Text(most(entry, LONGEST_TEXT));
            case "LINK" -> new FieldType.Link();
            case "DAY" -> new FieldType.Day();
            case "CHOICE" -> new FieldType.Choice(words(entry));
            case "BY_SCHOOL" -> new FieldType.BySchool(EntryReading.MOST_PEOPLE);
            default -> {
                errors.add(new FieldError("type", "activity.kind.error.type"));
                yield new FieldType.Text(LONGEST_TEXT);
            }
        };
    }

    private int most(FieldEntry entry, int largest) {
        if (entry.most().isBlank()) {
            return largest;
        }
        OptionalInt most = Typed.whole(entry.most());
        if (most.isEmpty() || most.getAsInt() < 1 || most.getAsInt() > largest) {
            errors.add(new FieldError("most", "activity.kind.error.most", largest));
            return largest;
        }
        return most.getAsInt();
    }

    private String unit(FieldEntry entry) {
        String unit = Typed.line(entry.unit());
        if (unit.codePointCount(0, unit.length()) > 4) {
            errors.add(new FieldError("unit", "activity.kind.error.unit"));
        }
        return unit;
    }

    private List<String> words(FieldEntry entry) {
        List<String> words = List.copyOf(new LinkedHashSet<>(Typed.names(entry.words())));
        if (words.size() < 2 || words.size() > MOST_WORDS
                || words.stream().anyMatch(word -> word.codePointCount(0, word.length()) > LONGEST_NAME)) {
            errors.add(new FieldError("words", "activity.kind.error.words", MOST_WORDS, LONGEST_NAME));
        }
        return words;
    }

    private static <E extends Enum<E>> E word(E[] all, String typed, E otherwise) {
        return Arrays.stream(all).filter(each -> each.name().equals(typed)).findFirst().orElse(otherwise);
    }
}

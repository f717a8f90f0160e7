package org.jiaogongti.platform.register.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.register.Closing;
import org.jiaogongti.platform.register.Measure;
import org.jiaogongti.platform.register.Review;
import org.jiaogongti.platform.register.WeakEntries.State;
import org.jiaogongti.platform.register.WeakKey;
import org.jiaogongti.platform.register.WeakGround;
import org.jiaogongti.platform.register.model.Reviewing;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** How this module's pages say things. */
public record Words(Messages m) {

    private static final Pattern TERM = Pattern.compile("(\\d{4})-(\\d{4})-([12])");
    private static final String WHOLE = "-";

    public String term(String term) {
        Matcher matcher = TERM.matcher(term);
        return matcher.matches() ? m.t("shell.term." + matcher.group(3), matcher.group(1)) : term;
    }

    /** The week of the term, or the day itself outside of terms. */
    public String week(@Nullable Period term, int week) {
        return term == null ? "" : m.t("register.week", week);
    }

    public String days(LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? m.t("register.days.open", from.toString())
                : m.t("register.days", from.toString(), to.toString());
    }

    /** The subject, or that the school as a whole is meant. */
    public String subject(WeakKey key) {
        return key.whole() ? m.t("register.weak.whole") : key.subject();
    }

    public static String path(WeakKey key) {
        return "/registers/weak/" + key.school() + "/" + part(key.whole() ? WHOLE : key.subject()) + "/" + key.from();
    }

    /**
     * The entry of an address.
     *
     * @throws Absent where its day is none
     */
    static WeakKey key(UUID school, String subject, String from) {
        try {
            return new WeakKey(school, subject.equals(WHOLE) ? "" : subject, LocalDate.parse(from));
        } catch (DateTimeParseException none) {
            throw new Absent("weak-entry", from);
        }
    }

    static String part(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    public static String shape(State state) {
        return switch (state) {
            case COMING -> "todo";
            case CLOSED -> "done";
            case REVIEW_LATE, MEASURE_LATE -> "late";
            case REVIEW_DUE, GROUND_UNSAID, NO_MEASURE -> "soon";
            case GOING -> "going";
        };
    }

    public String state(State state) {
        return m.t("register.weak.state." + state.name());
    }

    public static String shape(Measure.State state) {
        return switch (state) {
            case SET -> "todo";
            case STARTED -> "going";
            case LATE -> "late";
            case DONE -> "done";
            case DROPPED -> "waived";
        };
    }

    public String state(Measure.State state) {
        return m.t("register.measure.state." + state.name());
    }

    public String what(Measure.What what) {
        return m.t("register.measure.what." + what.name());
    }

    public static String shape(Reviewing.State state) {
        return switch (state) {
            case NOT_YET -> "todo";
            case DUE -> "soon";
            case LATE -> "late";
            case GAP -> "waived";
            case WRITTEN -> "done";
        };
    }

    public String state(Reviewing.State state) {
        return m.t("register.review.state." + state.name());
    }

    public String became(Review.Became became) {
        return m.t("register.review.became." + became.name());
    }

    public String kind(WeakGround ground) {
        WeakGround.Kind kind = ground.kind();
        return kind == null ? "" : m.t("register.weak.ground." + kind.name());
    }

    /** In a line: of which kind, what, by which paper, by whom, when. */
    public String ground(WeakGround ground) {
        if (!ground.said()) {
            return m.t("register.weak.ground.unsaid");
        }
        String kind = kind(ground);
        return kind.isEmpty() ? ground.source() : m.t("register.weak.ground.line", kind, ground.source());
    }

    public static String shape(Closing.What what) {
        return what == Closing.What.CLOSED ? "done" : "waived";
    }

    /** Date, what and where. */
    public String occasion(OccasionBrief brief) {
        return m.t("register.occasion", brief.date().toString(), brief.title(), brief.where());
    }

    public String state(Occasion.State state) {
        return m.t("register.occasion." + state.name());
    }

    public static String shape(Occasion.State state) {
        return switch (state) {
            case PLANNED -> "todo";
            case HELD -> "done";
            case CANCELLED, WITHDRAWN -> "waived";
        };
    }

    /** The shape that every page uses for how a duty stands. */
    public static String shape(Status status) {
        return switch (status) {
            case MET -> "done";
            case OPEN -> "going";
            case MISSED -> "late";
            case NOT_YET -> "todo";
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
        };
    }

    public static String duty(Standing standing) {
        return "/duties/" + part(standing.duty()) + "/" + part(standing.key().bearer()) + "/"
                + part(standing.key().counterpart().replace('/', '~')) + "/" + part(standing.key().period());
    }

    public static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static String address(String path, Map<String, String> query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(query).toUriString();
    }
}

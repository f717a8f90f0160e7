package org.jiaogongti.platform.advice.web;

import java.time.LocalDate;
import java.util.Map;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.advice.Adviser;
import org.jiaogongti.platform.advice.InvitationLink;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.advice.RecommendationStep;
import org.jiaogongti.platform.advice.RecommendationStep.What;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** How this module's pages say things. */
public record Words(Messages m) {

    public String kind(Adviser adviser) {
        return m.t(adviser.kind().key());
    }

    public String level(Adviser adviser) {
        return m.t(adviser.level().key());
    }

    public String days(LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? m.t("advice.days.open", from.toString())
                : m.t("advice.days", from.toString(), to.toString());
    }

    /** Date, what and where. */
    public String occasion(OccasionBrief brief) {
        return m.t("advice.occasion", brief.date().toString(), brief.title(), brief.where());
    }

    /** The shape that every page uses for such a state. */
    public static String shape(Recommendation.State state) {
        return switch (state) {
            case OPEN -> "todo";
            case LATE -> "late";
            case ADOPTED, PARTLY -> "going";
            case DECLINED -> "waived";
            case DONE -> "done";
        };
    }

    public String state(Recommendation.State state) {
        return m.t("advice.state." + state.name());
    }

    public static String shape(InvitationLink.State state) {
        return switch (state) {
            case WAITING -> "todo";
            case IN_USE -> "going";
            case OVER, REVOKED -> "waived";
        };
    }

    public String state(InvitationLink.State state) {
        return m.t("advice.link.state." + state.name());
    }

    public String what(What what) {
        return m.t("advice.what." + what.name());
    }

    public static String shape(What what) {
        return switch (what) {
            case ADOPTED, PARTLY -> "going";
            case DECLINED, TAKEN_BACK -> "waived";
            case DONE -> "done";
        };
    }

    /** What was said last, in a line; empty where nothing stands. */
    public String last(java.util.List<RecommendationStep> steps) {
        if (steps.isEmpty()) {
            return "";
        }
        RecommendationStep last = steps.getLast();
        String said = what(last.what()) + " " + last.on();
        return last.words().isEmpty() ? said : m.t("advice.said", said, last.words());
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

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** One line as typed: what cannot be seen goes. */
    static String line(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\u3000]+", " ").strip();
    }

    /** Several lines as typed, their breaks kept. */
    static String lines(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ").strip();
    }
}

package org.jiaogongti.platform.disclosure.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jiaogongti.platform.disclosure.Publication.State;
import org.jiaogongti.platform.disclosure.Publications.Listed;
import org.jspecify.annotations.Nullable;

/** The desk's list. */
public record ListView(Listed listed, Asked asked, String problem) {

    /** What the list was asked for. */
    public record Asked(@Nullable State state, String words, @Nullable UUID after) {}

    public State[] states() {
        return State.values();
    }

    public boolean filtered() {
        return asked.state() != null || !asked.words().isEmpty();
    }

    /** The shape of a state. */
    public static String shape(State state) {
        return switch (state) {
            case DRAFT -> "todo";
            case WAITING -> "soon";
            case PUBLISHED -> "done";
            case WITHDRAWN -> "waived";
        };
    }

    public static String key(State state) {
        return "disclosure.state." + state.name();
    }

    public @Nullable String first() {
        return asked.after() == null ? null : address("");
    }

    public @Nullable String next() {
        return listed.more() ? address(listed.rows().getLast().id().toString()) : null;
    }

    private String address(String after) {
        return "/disclosure?state=" + (asked.state() == null ? "" : asked.state().name()) + "&q="
                + URLEncoder.encode(asked.words(), StandardCharsets.UTF_8)
                + (after.isEmpty() ? "" : "&after=" + after);
    }
}

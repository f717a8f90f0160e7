package org.jiaogongti.platform.obligation.web;

/** A state as it is shown: always a shape, a word and a colour. In the order in which lists name them. */
public enum Mark {
    LATE("late"), SOON("soon"), GOING("going"), DONE("done"), OPTIONAL("opt"), NOT_YET("todo"), SUSPENDED(
            "susp"), WAIVED("waived"),
    /** Nothing is owed here, for example no mentor because nobody came. */
    NOTHING("none");

    private final String css;

    Mark(String css) {
        this.css = css;
    }

    /** The word in class names, glyph names, message keys and the filter's address. */
    public String css() {
        return css;
    }

    /** The key of its word. */
    public String key() {
        return this == NOTHING ? "obligation.state.none" : "state." + css;
    }

    /** Whether it is part of what is worked on; the others are out of every denominator. */
    public boolean inWork() {
        return this != SUSPENDED && this != WAIVED && this != NOTHING;
    }
}

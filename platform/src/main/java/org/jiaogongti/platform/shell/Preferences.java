package org.jiaogongti.platform.shell;

/** How one browser wants the pages. Kept in cookies, not with the person, since eyes and screens differ by device. */
public record Preferences(Language language, boolean dark, boolean large) {

    /** What a browser gets that has chosen nothing. */
    public static final Preferences PLAIN = new Preferences(Language.ZH, false, false);

    /** The large-type version is always light: black on white is its point. */
    public String theme() {
        return dark && !large ? "dark" : "light";
    }
}

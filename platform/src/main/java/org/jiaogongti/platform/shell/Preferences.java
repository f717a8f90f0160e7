package org.jiaogongti.platform.shell;

import org.jspecify.annotations.Nullable;

/**
 * How one browser wants the pages. Kept in cookies, since screens and rooms differ by device; but eyes do not, so the size of
 * type is kept with the account of whoever is signed in, and goes along to their other devices.
 *
 * @param large 老年版
 * @param larger 老年版 with type that is larger still
 * @param keys whether single keys such as {@code /} do something
 */
public record Preferences(Language language, boolean dark, boolean large, boolean larger, boolean keys) {

    /** The request attribute that holds the size which the account of whoever is signed in asks for. */
    public static final String SIZE_OF_ACCOUNT = Preferences.class.getName() + ".size";

    /** What a browser gets that has chosen nothing. */
    public static final Preferences PLAIN = new Preferences(Language.ZH, false, false, false, true);

    /** The body's classes, or null where there are none. */
    public @Nullable String dress() {
        return larger ? "elder larger" : large ? "elder" : null;
    }

    /** The large-type version is always light: black on white is its point. */
    public String theme() {
        return dark && !large ? "dark" : "light";
    }
}

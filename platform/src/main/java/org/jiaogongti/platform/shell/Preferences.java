package org.jiaogongti.platform.shell;

import org.jspecify.annotations.Nullable;

/**
 * How one browser wants the pages. Kept in cookies, not with the person, since eyes and screens differ by device.
 *
 * @param large 老年版
 * @param larger 老年版 with type that is larger still
 * @param keys whether single keys such as {@code /} do something
 */
public record Preferences(Language language, boolean dark, boolean large, boolean larger, boolean keys) {

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

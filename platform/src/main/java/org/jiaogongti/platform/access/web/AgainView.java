package org.jiaogongti.platform.access.web;

import java.util.List;

/**
 * The page that asks for the password once more.
 *
 * @param next where a page that was asked for lies
 * @param to where a form that was sent goes; empty when a page was asked for
 * @param kept what the form held
 * @param code whether a code is due as well
 * @param problem message key of what went wrong; empty at first
 */
public record AgainView(String next, String to, List<Field> kept, boolean code, String problem) {

    static final String KEPT = "keep-";

    /** A field of a form that waits. */
    public record Field(String name, String value) {

        public String keptName() {
            return KEPT + name;
        }
    }
}

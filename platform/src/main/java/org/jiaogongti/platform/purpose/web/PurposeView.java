package org.jiaogongti.platform.purpose.web;

import java.util.List;

/**
 * One purpose in words.
 *
 * @param state of the kit's states
 * @param version printed on the notice
 */
public record PurposeView(String id, String title, String text, String state, String word, String summary,
        List<Fact> facts, String notice, String version, Doing doing) {

    /** A line of the register. */
    public record Fact(String label, String text) {}

    /**
     * What the reader may do with it.
     *
     * @param own it waits, and the reader filled it in
     * @param answers the reader's school enters what guardians answered
     * @param refused why the last try came to nothing, as a message key; empty otherwise
     */
    public record Doing(boolean confirm, boolean refuse, boolean own, boolean stop, boolean sheet, boolean answers,
            String refused) {}

    public String path() {
        return "/purposes/" + id;
    }
}

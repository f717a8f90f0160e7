package org.jiaogongti.platform.obligation.web;

import java.util.List;
import org.jiaogongti.charter.revising.Revised;
import org.jiaogongti.platform.obligation.web.BoardView.Tab;
import org.jspecify.annotations.Nullable;

/** One part of the notice beside what is counted from it. */
public record CharterView(String title, List<Tab> parts, List<Tab> times, List<Row> rows, List<Law> laws,
        @Nullable WhatIfView whatIf, int readings) {

    /** One clause: its words, the law that touches it, its duties. */
    public record Row(String address, String anchor, List<Piece> pieces, List<LawNote> laws, List<Card> cards,
            String none) {}

    /**
     * Characters as they stand in the notice.
     *
     * @param style empty, {@code mark} or {@code sus}
     * @param number the duty's number on the page, 0 where none follows
     */
    public record Piece(String text, String style, int number) {}

    /** Later law beside a clause. */
    public record LawNote(String label, String href, String from, List<String> words, String note) {}

    /**
     * A duty as a card.
     *
     * @param suspended whether later law stops it
     * @param waits what facts it waits for, empty where it is counted or nothing is missing
     * @param uncounted why it is not counted although its facts are there, or empty
     * @param reading how its open point is read, empty where its text is plain
     * @param revised what was decided about it since the notice
     */
    public record Card(int number, String duty, String name, boolean suspended, boolean optional, String who,
            String whom, String often, String amount, boolean open, String reading, String readingHref, String waits,
            String uncounted, String usual, String boardHref, String tryHref, boolean tried,
            List<Revised> revised) {}

    /** A later law in the rail. */
    public record Law(String label, String title, String from, String stops, String which, String source,
            List<String> words, String anchor) {}
}

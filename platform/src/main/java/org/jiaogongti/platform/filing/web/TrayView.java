package org.jiaogongti.platform.filing.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.notice.Quote;
import org.jiaogongti.platform.filing.Filing;
import org.jiaogongti.platform.filing.FilingSheet;
import org.jiaogongti.platform.filing.FilingSheet.Can;
import org.jiaogongti.platform.filing.FilingTray.Tray;
import org.jiaogongti.platform.filing.TrayFilter.Box;
import org.jiaogongti.platform.filing.TrayFilter.Kind;
import org.jiaogongti.platform.reminder.Nudges;
import org.jspecify.annotations.Nullable;

/**
 * The tray beside the filing that is looked at.
 *
 * @param chosen whether the address names the filing; otherwise it is the tray's first, shown where there is room
 * @param view how the text is shown
 * @param nudge who pressed the button last about the one that is looked at
 * @param typed words that were refused, or empty
 * @param after where this page of the list begins, or null
 */
public record TrayView(Tray tray, @Nullable FilingSheet sheet, boolean chosen, View view, @Nullable TextView text,
        Optional<Quote> quote, Nudges.State nudge, Say say, Problem problem, String typed, @Nullable UUID after) {

    /** 看改动, 只看新稿, 并排. */
    public enum View {
        CHANGES, NEW, SIDE;

        static View of(String asked) {
            return asked.equals("new") ? NEW : asked.equals("side") ? SIDE : CHANGES;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was refused, in words. */
    public record Problem(String words) {

        public static final Problem NONE = new Problem("");

        public boolean any() {
            return !words.isEmpty();
        }
    }

    public String query() {
        return query(tray.filter().box(), tray.filter().kind());
    }

    private static String query(Box box, Kind kind) {
        return "?box=" + box.name().toLowerCase(Locale.ROOT) + "&kind=" + kind.name().toLowerCase(Locale.ROOT);
    }

    public String boxHref(Box box) {
        return "/filings" + query(box, tray.filter().kind());
    }

    public String kindHref(Kind kind) {
        return "/filings" + query(tray.filter().box(), kind);
    }

    public String href(Filing filing) {
        return "/filings/" + filing.id() + query() + (after == null ? "" : "&after=" + after);
    }

    public String viewHref(FilingSheet shown, View other) {
        return href(shown.filing()) + "&view=" + other.word();
    }

    public String count(Box box) {
        int count = tray.counts().getOrDefault(box, 0);
        return count >= tray.most() ? count - 1 + "+" : String.valueOf(count);
    }

    public @Nullable String first() {
        return after == null ? null : "/filings" + query();
    }

    public @Nullable String next() {
        Filing last = tray.next();
        return last == null ? null : "/filings" + query() + "&after=" + last.id();
    }

    public boolean current(Filing filing) {
        return sheet != null && sheet.filing().id().equals(filing.id());
    }

    /** Whether several can be accepted at once here. */
    public boolean batch() {
        return tray.accepts() && tray.filter().box() == Box.MINE
                && tray.rows().stream().anyMatch(filing -> filing.state().turn() == Filing.Turn.DEPARTMENT);
    }

    public boolean selectable(Filing filing) {
        return batch() && filing.state().turn() == Filing.Turn.DEPARTMENT;
    }

    /** What the head says: how much waits, and by when the first. */
    public String summary() {
        int mine = tray.counts().getOrDefault(Box.MINE, 0);
        if (!tray.decides()) {
            return say.m().t("filing.tray.looks", count(Box.MINE));
        }
        boolean here = tray.filter().box() == Box.MINE && after == null && !tray.rows().isEmpty();
        return mine == 0
                ? say.m().t("filing.tray.free")
                : here
                        ? say.m().t("filing.tray.waits", count(Box.MINE), say.day(tray.rows().getFirst().heldOn()))
                        : say.m().t("filing.tray.number", count(Box.MINE));
    }

    /** Whether the person has anything to say about the filing. */
    public boolean acts(FilingSheet shown) {
        return shown.can().contains(Can.CHECK) || shown.can().contains(Can.ACCEPT) || shown.can().contains(Can.ASK)
                || shown.can().contains(Can.ANSWER);
    }
}

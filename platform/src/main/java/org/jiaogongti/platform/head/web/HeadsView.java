package org.jiaogongti.platform.head.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jiaogongti.platform.head.HeadFile;
import org.jiaogongti.platform.head.Heads.Page;
import org.jiaogongti.platform.head.Heads.Sheet;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Heads that were given out, newest first.
 *
 * @param later whether this is not the first page
 */
public record HeadsView(Page page, boolean later) {

    private static final int SHORT = 16;

    public List<Sheet> rows() {
        return page.rows();
    }

    /** The shape in front of a head. */
    public String mark(Sheet sheet) {
        if (!sheet.ours()) {
            return "late";
        }
        return sheet.filed() ? "done" : "soon";
    }

    public String state(Sheet sheet, Messages m) {
        if (!sheet.ours()) {
            return m.t("head.changed");
        }
        return m.t(sheet.filed() ? "head.filed" : "head.unfiled");
    }

    /** Since when, where a day was missed; empty for one after the other. */
    public String since(Sheet sheet, Messages m) {
        HeadFile file = sheet.file();
        HeadFile.Before before = file == null ? null : file.issue().before();
        return before == null || before.day().plusDays(1).equals(sheet.day())
                ? ""
                : m.t("head.since", before.day().toString());
    }

    public String code(Sheet sheet) {
        HeadFile file = sheet.file();
        return file == null ? "" : file.code();
    }

    /** The beginning of the hash: enough to tell two apart on a page. */
    public String hash(Sheet sheet) {
        HeadFile file = sheet.file();
        return file == null ? "" : file.end().sm3().substring(0, SHORT) + "…";
    }

    public String lines(Sheet sheet) {
        return String.format(Locale.ROOT, "%,d", sheet.lines());
    }

    public @Nullable String next() {
        LocalDate next = page.next();
        return next == null ? null : "/journal/heads?until=" + next;
    }

    public @Nullable String first() {
        return later ? "/journal/heads" : null;
    }
}

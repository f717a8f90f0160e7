package org.jiaogongti.platform.head.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jiaogongti.platform.head.HeadFile;
import org.jiaogongti.platform.head.model.Codes;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Note;
import org.jiaogongti.platform.shell.OfficialDocument.Table;

/** A head on half a page, to be signed and put into a folder: with it alone a chain is checked. */
final class HeadPaper {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private HeadPaper() {}

    static OfficialDocument of(HeadFile file, Messages m) {
        HeadFile.Issue issue = file.issue();
        HeadFile.Before before = issue.before();
        Table table = new Table(List.of(2, 7), List.of(m.t("head.paper.what"), m.t("head.paper.value")), List.of(
                List.of(m.t("head.district"), file.end().district() + " " + issue.place()),
                List.of(m.t("head.number"), m.t("head.paper.number", issue.number(), issue.day().toString(),
                        before == null ? m.t("head.first") : m.t("head.paper.before", before.day().toString()))),
                List.of(m.t("head.time"), SECOND.format(issue.at().atZone(BusinessClock.ZONE))),
                List.of(m.t("head.lines"), Long.toString(file.end().lines())),
                List.of(m.t("head.sm3"), Codes.spaced(file.end().sm3())),
                List.of("SHA-256", Codes.spaced(file.end().sha256())),
                List.of(m.t("head.key"), file.fingerprint()),
                List.of(m.t("head.code"), file.code())));
        return new OfficialDocument(m.t("head.paper.file", issue.day().toString()), null, m.t("head.paper.title"),
                List.of(table, new Note(m.t("head.paper.how", file.name()))));
    }
}

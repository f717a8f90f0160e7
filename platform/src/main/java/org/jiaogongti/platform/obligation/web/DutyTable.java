package org.jiaogongti.platform.obligation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.obligation.SourceNote.Answer;
import org.jiaogongti.platform.obligation.web.DutyView.Line;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/** The records of a duty's page as a file: what counts, what does not and why, what is planned. */
final class DutyTable {

    private DutyTable() {}

    static TableFile of(DutyView view, Messages m) {
        List<String> heads = List.of(m.t("obligation.col.result"), m.t("obligation.col.date"),
                m.t("obligation.col.school"), m.t("obligation.col.subject"), m.t("obligation.col.title"),
                m.t("obligation.col.people"), m.t("obligation.col.amount", view.figure().unit()),
                m.t("obligation.col.present"), m.t("obligation.col.evidence"), m.t("obligation.col.answer"),
                m.t("obligation.col.reason"));
        List<List<String>> rows = new ArrayList<>();
        view.counted().forEach(line -> rows.add(row(m.t("obligation.result.counted"), line, m)));
        view.refused().forEach(line -> rows.add(row(m.t(disputed(line.note())
                ? "obligation.refused.hold"
                : "obligation.refused.not"), line, m)));
        view.planned().forEach(line -> rows.add(row(m.t("obligation.planned"), line, m)));
        return new TableFile(view.heading().name() + " " + view.heading().subtitle(), heads, rows);
    }

    private static boolean disputed(@Nullable SourceNote note) {
        return note != null && note.answer() == Answer.DISPUTED;
    }

    private static List<String> row(String result, Line line, Messages m) {
        SourceNote note = line.note();
        String why = line.repair().isEmpty() ? line.reason() : line.reason() + " " + line.repair();
        return List.of(result, line.date().toString(), line.school(), line.subject(),
                note == null ? "" : note.title(), line.who(),
                line.amount() == 0 ? "" : Integer.toString(line.amount()),
                note == null || note.present() == 0 ? "" : Integer.toString(note.present()),
                note == null ? "" : m.t("obligation.evidence", note.evidence()), note == null ? "" : answer(note, m),
                why.strip());
    }

    /** What the receiving school says, as the page shows it. */
    private static String answer(SourceNote note, Messages m) {
        if (note.answer() == Answer.NOT_ASKED) {
            return "";
        }
        return note.answer() == Answer.WAITING && note.answerBy() != null
                ? m.t("obligation.answer.until", note.answerBy().toString())
                : m.t("obligation.answer." + note.answer().name().toLowerCase(Locale.ROOT));
    }
}

package org.jiaogongti.platform.ledger.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiaogongti.platform.ledger.Ledger;
import org.jiaogongti.platform.ledger.Ledger.Part;
import org.jiaogongti.platform.ledger.Ledger.Row;
import org.jiaogongti.platform.ledger.Ledger.Section;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;

/**
 * A ledger as a workbook: what counts, what does not, sums, evidence. Every cell is text, so that nothing is taken for a
 * formula; rows pass on as they are written.
 */
public final class LedgerBook {

    private static final int ROWS_IN_HAND = 500;

    private final Ledger ledger;
    private final LedgerText text;
    private final Messages m;

    private LedgerBook(Ledger ledger, LedgerText text) {
        this.ledger = ledger;
        this.text = text;
        this.m = text.m();
    }

    /** Writes the workbook and leaves the stream open. */
    public static void write(Ledger ledger, LedgerText text, OutputStream out) throws IOException {
        new LedgerBook(ledger, text).write(out);
    }

    public static byte[] xlsx(Ledger ledger, LedgerText text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(ledger, text, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** All records with their results, as one table. */
    public static TableFile table(Ledger ledger, LedgerText text) {
        LedgerBook book = new LedgerBook(ledger, text);
        List<List<String>> rows = new ArrayList<>();
        book.records(rows::add, true);
        book.records(rows::add, false);
        return new TableFile(text.title(ledger.heading()), book.recordHeads(), rows);
    }

    private void write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "jiaogongti", "1.0");
        sheet(workbook, "ledger.sheet.sums", List.of(m.t("ledger.col.clause"), m.t("ledger.col.duty"),
                m.t("ledger.col.instance"), m.t("ledger.col.sum"), m.t("ledger.col.status")), this::sums);
        sheet(workbook, "ledger.sheet.counted", recordHeads(), rows -> records(rows, true));
        sheet(workbook, "ledger.sheet.others", recordHeads(), rows -> records(rows, false));
        sheet(workbook, "ledger.sheet.evidence",
                List.of(m.t("ledger.col.clause"), m.t("ledger.col.piece"), m.t("ledger.col.date"),
                        m.t("ledger.col.what"), m.t("ledger.col.file"), m.t("ledger.col.size"),
                        m.t("ledger.col.hash")),
                this::pieces);
        workbook.finish();
    }

    private void sheet(Workbook workbook, String name, List<String> heads, Consumer<Consumer<List<String>>> rows)
            throws IOException {
        Worksheet sheet = workbook.newWorksheet(m.t(name));
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, 18);
        }
        sheet.freezePane(0, 1);
        int[] at = {0};
        rows.accept(row -> {
            at[0]++;
            for (int column = 0; column < row.size(); column++) {
                sheet.value(at[0], column, row.get(column));
            }
            if (at[0] % ROWS_IN_HAND == 0) {
                flush(sheet);
            }
        });
        sheet.finish();
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void sums(Consumer<List<String>> rows) {
        for (Section section : ledger.sections()) {
            for (Part part : section.parts()) {
                rows.accept(List.of(section.clause(), section.name(), text.instance(part.standing()),
                        text.sum(part, section, ledger.heading()), text.status(part.standing())));
            }
        }
    }

    private List<String> recordHeads() {
        return List.of(m.t("ledger.col.clause"), m.t("ledger.col.duty"), m.t("ledger.col.instance"),
                m.t("ledger.col.date"), m.t("ledger.col.host"), m.t("ledger.col.what"), m.t("ledger.col.leader"),
                m.t("ledger.col.people"), m.t("ledger.col.result"), m.t("ledger.col.amount"),
                m.t("ledger.col.papers"), m.t("ledger.col.present"), m.t("ledger.col.answer"),
                m.t("ledger.col.evidence"), m.t("ledger.col.why"));
    }

    private void records(Consumer<List<String>> rows, boolean counted) {
        for (Section section : ledger.sections()) {
            EvidenceList list = EvidenceList.of(section);
            for (Part part : section.parts()) {
                if (counted) {
                    part.counted().forEach(row -> rows.accept(record(section, part, row, list)));
                } else {
                    part.waiting().forEach(row -> rows.accept(record(section, part, row, list)));
                    part.refused().forEach(row -> rows.accept(record(section, part, row, list)));
                }
            }
        }
    }

    private List<String> record(Section section, Part part, Row row, EvidenceList list) {
        return List.of(section.clause(), section.name(), text.instance(part.standing()), row.line().date().toString(),
                row.line().host(), text.what(row.line()), row.line().leader(), text.people(row.line()),
                text.result(row), row.amount() == 0 ? "" : text.amount(row, section), text.papers(row.line()),
                text.present(row.line()), text.answer(row.line()), text.evidence(row.line(), list),
                counts(row) ? "" : text.why(row));
    }

    private static boolean counts(Row row) {
        return row.footing() == org.jiaogongti.platform.obligation.InstanceView.Footing.COUNTED;
    }

    private void pieces(Consumer<List<String>> rows) {
        for (Section section : ledger.sections()) {
            for (EvidenceList.Piece piece : EvidenceList.of(section).pieces()) {
                rows.accept(List.of(section.clause(), Integer.toString(piece.number()), piece.line().date().toString(),
                        text.what(piece.line()), piece.item().name(),
                        m.t("ledger.kilobytes", piece.item().kilobytes()), piece.item().sha256()));
            }
        }
    }
}

package org.jiaogongti.platform.ledger.model;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.ledger.Ledger;
import org.jiaogongti.platform.ledger.Ledger.Part;
import org.jiaogongti.platform.ledger.Ledger.Row;
import org.jiaogongti.platform.ledger.Ledger.Section;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Table;

/** A ledger as a document: the clause to the character, the records with their sum, what does not count and why, the evidence. */
public final class LedgerPaper {

    private static final List<Integer> COUNTED = List.of(2, 5, 5, 9, 7, 3, 8, 5);
    private static final List<Integer> OTHERS = List.of(5, 5, 9, 5, 12);
    private static final List<Integer> EVIDENCE = List.of(3, 5, 9, 4, 13);

    private final Ledger ledger;
    private final LedgerText text;
    private final Messages m;
    private final List<Block> blocks = new ArrayList<>();

    private LedgerPaper(Ledger ledger, LedgerText text) {
        this.ledger = ledger;
        this.text = text;
        this.m = text.m();
    }

    public static OfficialDocument of(Ledger ledger, LedgerText text) {
        return new LedgerPaper(ledger, text).write();
    }

    private OfficialDocument write() {
        blocks.add(new Paragraph(m.t("ledger.paper.lead", ledger.heading().notice(),
                ledger.heading().asOf().toString())));
        for (Section section : ledger.sections()) {
            section(section);
        }
        String title = text.title(ledger.heading());
        return new OfficialDocument(title, null, title, blocks);
    }

    private void section(Section section) {
        EvidenceList list = EvidenceList.of(section);
        blocks.add(new Heading(1, text.section(section)));
        blocks.add(new Paragraph(m.t("ledger.paper.clause", section.clause(), section.clauseText())));
        for (Part part : section.parts()) {
            blocks.add(new Heading(3, text.instance(part.standing())));
            blocks.add(new Paragraph(m.t("ledger.paper.sum", text.sum(part, section, ledger.heading()),
                    text.status(part.standing()))));
            if (!part.counted().isEmpty()) {
                blocks.add(counted(part, section, list));
            }
            others(part);
        }
        if (!list.pieces().isEmpty()) {
            blocks.add(new Heading(3, m.t("ledger.pieces", list.pieces().size())));
            blocks.add(new Table(EVIDENCE, List.of(m.t("ledger.col.piece"), m.t("ledger.col.date"),
                    m.t("ledger.col.file"), m.t("ledger.col.size"), m.t("ledger.col.hash")),
                    list.pieces().stream().map(this::piece).toList()));
        }
    }

    private Table counted(Part part, Section section, EvidenceList list) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : part.counted()) {
            rows.add(List.of(Integer.toString(rows.size() + 1), row.line().date().toString(), row.line().host(),
                    text.what(row.line()), text.led(row.line()), text.amount(row, section), text.proofs(row.line()),
                    text.evidence(row.line(), list)));
        }
        return new Table(COUNTED, List.of(m.t("ledger.col.number"), m.t("ledger.col.date"), m.t("ledger.col.host"),
                m.t("ledger.col.what"), m.t("ledger.col.led"), m.t("ledger.col.amount"), m.t("ledger.col.proofs"),
                m.t("ledger.col.evidence")), rows);
    }

    private void others(Part part) {
        List<Row> others = new ArrayList<>(part.waiting());
        others.addAll(part.refused());
        if (!others.isEmpty()) {
            blocks.add(new Paragraph(m.t("ledger.others", others.size())));
            blocks.add(new Table(OTHERS, List.of(m.t("ledger.col.date"), m.t("ledger.col.host"), m.t("ledger.col.what"),
                    m.t("ledger.col.result"), m.t("ledger.col.why")),
                    others.stream().map(row -> List.of(row.line().date().toString(), row.line().host(),
                            text.what(row.line()), text.result(row), text.why(row))).toList()));
        }
    }

    private List<String> piece(EvidenceList.Piece piece) {
        return List.of(Integer.toString(piece.number()), piece.line().date().toString(), piece.item().name(),
                m.t("ledger.kilobytes", piece.item().kilobytes()), piece.item().sha256());
    }
}

package org.jiaogongti.platform.ledger.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.ledger.Ledger.Heading;
import org.jiaogongti.platform.ledger.LedgerPurpose;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.jiaogongti.platform.shell.TableFile;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** What lies in a folder: as a document, a table and a page that opens its files. */
public final class FolderIndex {

    private static final List<Integer> SHARES = List.of(2, 4, 8, 8, 4, 4);

    private final Messages m;
    private final Heading heading;
    private final LedgerPurpose purpose;
    private final List<Line> lines = new ArrayList<>();

    public FolderIndex(Messages m, Heading heading, LedgerPurpose purpose) {
        this.m = m;
        this.heading = heading;
        this.purpose = purpose;
    }

    /**
     * A duty's folder.
     *
     * @param sum what counts in it
     * @param path of its ledger as a document
     * @param missing pieces of evidence whose bytes were not to be found
     */
    public record Line(int number, String clause, String name, String sum, int records, int pieces, int missing,
            String folder, String path) {}

    public void add(Line line) {
        lines.add(line);
    }

    private String title() {
        return new LedgerText(m, heading.labels(), purpose.names()).title(heading);
    }

    private List<String> heads() {
        return List.of(m.t("ledger.col.number"), m.t("ledger.col.clause"), m.t("ledger.col.duty"),
                m.t("ledger.col.sum"), m.t("ledger.col.records"), m.t("ledger.col.evidence"));
    }

    private List<String> row(Line line) {
        return List.of("%02d".formatted(line.number()), line.clause(), line.name(), line.sum(),
                Integer.toString(line.records()), pieces(line));
    }

    private String pieces(Line line) {
        return line.missing() == 0
                ? Integer.toString(line.pieces())
                : m.t("ledger.index.missing", line.pieces(), line.missing());
    }

    private String lead() {
        return m.t("ledger.index.lead", heading.asOf().toString(), m.t("ledger.purpose." + purpose.name()));
    }

    public OfficialDocument document() {
        List<Block> blocks = List.of(new Paragraph(lead()),
                new Table(SHARES, heads(), lines.stream().map(this::row).toList()));
        return new OfficialDocument(m.t("ledger.index"), null, title(), blocks);
    }

    public TableFile table() {
        List<String> heads = new ArrayList<>(heads());
        heads.add(m.t("ledger.index.folder"));
        return new TableFile(m.t("ledger.index"), heads, lines.stream().map(line -> {
            List<String> row = new ArrayList<>(row(line));
            row.add(line.folder());
            return row;
        }).toList());
    }

    /** Opens in any browser from the unpacked folder. */
    public String page() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"").append(m.language().tag())
                .append("\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(safe(title())).append("</title>\n<h1>").append(safe(title())).append("</h1>\n<p>")
                .append(safe(lead())).append("</p>\n<table border=\"1\" cellpadding=\"6\" cellspacing=\"0\">\n<tr>");
        heads().forEach(head -> page.append("<th>").append(safe(head)).append("</th>"));
        for (Line line : lines) {
            page.append("</tr>\n<tr>");
            List<String> cells = row(line);
            for (int column = 0; column < cells.size(); column++) {
                String cell = safe(cells.get(column));
                page.append("<td>").append(column == 2
                        ? "<a href=\"" + safe(UriUtils.encodePath(line.path(), StandardCharsets.UTF_8)) + "\">" + cell
                                + "</a>"
                        : cell).append("</td>");
            }
        }
        return page.append("</tr>\n</table>\n</html>\n").toString();
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

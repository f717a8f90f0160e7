package org.jiaogongti.platform.disclosure.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jiaogongti.platform.disclosure.Publication;
import org.jiaogongti.platform.disclosure.model.Paragraphs;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument.Addressee;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.jiaogongti.platform.shell.OfficialDocument;

/** A public text to keep: as a document, or as plain text. */
record PublicCopy(Publication publication, Messages m) {

    String name() {
        String title = publication.words().title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return title.length() > 60 ? title.substring(0, 60) : title;
    }

    private List<List<String>> head() {
        Publication.Words words = publication.words();
        return List.of(List.of(m.t("disclosure.number"), publication.number()),
                List.of(m.t("disclosure.topic"), words.topic()), List.of(m.t("disclosure.theme"), words.theme()),
                List.of(m.t("disclosure.issuer"), words.issuer()),
                List.of(m.t("disclosure.issued"), words.issuedOn().toString()));
    }

    OfficialDocument document() {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> head = head();
        blocks.add(new Table(List.of(5, 2, 2, 3, 3), head.stream().map(List::getFirst).toList(),
                List.of(head.stream().map(List::getLast).toList())));
        for (Paragraphs.Block block : Paragraphs.of(publication.words().body())) {
            blocks.add(switch (block) {
                case Paragraphs.Block.Heading heading -> new Heading(heading.level() - 1, heading.text());
                case Paragraphs.Block.Paragraph paragraph -> paragraph.flush()
                        ? new Addressee(paragraph.text())
                        : new Paragraph(paragraph.text());
                case Paragraphs.Block.Table table -> new Table(Collections.nCopies(table.heads().size(), 1),
                        table.heads(), table.rows());
            });
        }
        return new OfficialDocument(name(), null, publication.words().title(), blocks);
    }

    /** With a byte order mark, so that every editor reads the characters. */
    byte[] text() {
        StringBuilder out = new StringBuilder("\uFEFF").append(publication.words().title()).append("\r\n\r\n");
        head().forEach(row -> out.append(row.getFirst()).append("：").append(row.getLast()).append("\r\n"));
        out.append("\r\n").append(publication.words().body().replace("\n", "\r\n")).append("\r\n");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}

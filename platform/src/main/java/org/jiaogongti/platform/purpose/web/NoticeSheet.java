package org.jiaogongti.platform.purpose.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.Purpose;
import org.jiaogongti.platform.purpose.Terms;
import org.jiaogongti.platform.purpose.model.NoticeVersion;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Addressee;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;

/** What a guardian is told, and where consent is asked for the part to be filled in: in Chinese, whatever the reader reads. */
final class NoticeSheet {

    private static final List<Integer> SHARES = List.of(1, 2, 1, 2);

    private NoticeSheet() {}

    static OfficialDocument of(Purpose purpose, String bureau, LocalDate today, Words words) {
        Messages m = words.m();
        Terms terms = purpose.terms();
        boolean asks = terms.basis().ground() == Ground.CONSENT;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Addressee(m.t("purpose.sheet.to")));
        paragraphs(blocks, terms.notice());
        part(blocks, m, "why", terms.text());
        part(blocks, m, "what", m.t("purpose.sheet.what.text", words.categories(terms.categories())));
        part(blocks, m, "ground", asks ? m.t("purpose.sheet.consent.text") : words.ground(terms));
        part(blocks, m, "who", m.t("purpose.sheet.who.text", words.roles(terms.roles())));
        part(blocks, m, "long",
                m.t("purpose.sheet.long.text", words.keeping(terms), words.span(terms)));
        part(blocks, m, "rights", m.t("purpose.sheet.rights.text"));
        if (asks) {
            part(blocks, m, "free", m.t("purpose.sheet.free.text"));
        }
        blocks.add(new Paragraph(m.t("purpose.sheet.version", NoticeVersion.of(terms))));
        blocks.add(new Signature(bureau, today));
        if (asks) {
            blocks.add(new Heading(1, m.t("purpose.sheet.answer")));
            blocks.add(new Paragraph(m.t("purpose.sheet.answer.text", terms.title(), NoticeVersion.of(terms))));
            blocks.add(new Table(SHARES, List.of(m.t("purpose.sheet.child"), "", m.t("purpose.sheet.class"), ""),
                    List.of(List.of(m.t("purpose.sheet.choice"), m.t("purpose.sheet.yes"), "",
                            m.t("purpose.sheet.no")),
                            List.of(m.t("purpose.sheet.sign"), "", m.t("purpose.sheet.kin"), ""),
                            List.of(m.t("purpose.sheet.date"), "", m.t("purpose.sheet.back"), ""))));
            blocks.add(new Paragraph(m.t("purpose.sheet.keep")));
        }
        String title = m.t(asks ? "purpose.sheet.title.consent" : "purpose.sheet.title.notice", terms.title());
        return new OfficialDocument(title, null, title, blocks);
    }

    private static void part(List<Block> blocks, Messages m, String name, String text) {
        blocks.add(new Heading(1, m.t("purpose.sheet.part." + name)));
        paragraphs(blocks, text);
    }

    private static void paragraphs(List<Block> blocks, String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> blocks.add(new Paragraph(line.strip())));
    }
}

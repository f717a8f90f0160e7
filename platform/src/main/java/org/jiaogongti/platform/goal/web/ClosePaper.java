package org.jiaogongti.platform.goal.web;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.goals.Verdict;
import org.jiaogongti.platform.goal.By;
import org.jiaogongti.platform.goal.Closing;
import org.jiaogongti.platform.goal.ClosingLine;
import org.jiaogongti.platform.goal.Closings.Shown;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.springframework.stereotype.Component;

/** The close of a round as an official paper, in Chinese whatever the reader reads. */
@Component
class ClosePaper {

    private static final List<Integer> SHARES = List.of(5, 4, 3, 4, 3, 5, 3);
    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private final MessageBook book;

    ClosePaper(MessageBook book) {
        this.book = book;
    }

    OfficialDocument of(Shown shown) {
        Words words = new Words(book.in(Language.ZH));
        Messages m = words.m();
        CloseView view = new CloseView(shown, null, "", words);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(m.t("goal.paper.opening", view.round(), shown.in().round().days().first().toString(),
                shown.in().round().days().last().toString())));
        blocks.add(new Paragraph(m.t("goal.paper.counts", view.count(Verdict.REACHED), view.count(Verdict.NOT_REACHED),
                view.count(Verdict.CANNOT_TELL), view.count(Verdict.NO_VALUE))));
        int number = 0;
        for (List<ClosingLine> goal : view.goals()) {
            ClosingLine.About about = goal.getFirst().about();
            blocks.add(new Heading(1, m.t("goal.paper.goal", NUMERALS.get(number % NUMERALS.size()), about.name())));
            blocks.add(new Paragraph(m.t("goal.paper.quote", about.clause(), about.quote())));
            blocks.add(new Table(SHARES.subList(1, SHARES.size()), words.heads().subList(1, SHARES.size()),
                    goal.stream().map(words::cells).map(cells -> cells.subList(1, cells.size())).toList()));
            blocks.add(new Paragraph(m.t("goal.paper.basis", goal.getFirst().aim().basis())));
            number++;
        }
        blocks.add(new Paragraph(m.t("goal.paper.how")));
        Closing chosen = shown.chosen();
        if (chosen == null || chosen.version() == null) {
            blocks.add(new Paragraph(m.t("goal.paper.preview")));
        } else {
            By decided = chosen.decided();
            if (!chosen.words().isEmpty()) {
                blocks.add(new Paragraph(chosen.words()));
            }
            blocks.add(new Paragraph(m.t("goal.paper.signed", chosen.version(), chosen.proposed().name(),
                    decided == null ? "" : decided.name(), chosen.code(), chosen.sha256())));
        }
        By decided = chosen == null ? null : chosen.decided();
        blocks.add(new Signature(shown.issuer(), decided != null
                ? decided.on()
                : chosen != null ? chosen.asOf() : shown.in().round().days().last()));
        String title = m.t("goal.paper.title", view.round());
        return new OfficialDocument(title, null, title, blocks);
    }
}

package org.jiaogongti.platform.disclosure;

import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.notice.Notice;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.stereotype.Component;

/** The notice that the charter in force comes from. */
@Component
class CharterSource implements DisclosureSource {

    private static final String NOTICE = "notice";
    /** So many lines may stand above a text. */
    private static final int HEAD = 12;

    private final Progresses progresses;
    private final MessageBook book;

    CharterSource(Progresses progresses, MessageBook book) {
        this.progresses = progresses;
        this.book = book;
    }

    @Override
    public String key() {
        return "charter";
    }

    @Override
    public List<Offer> offers(Actor actor) {
        return notice().map(notice -> List.of(new Offer(NOTICE, notice.title()))).orElse(List.of());
    }

    @Override
    public Optional<Handed> handed(Actor actor, String reference) {
        return notice().filter(_ -> reference.equals(NOTICE)).map(notice -> new Handed(notice.indexNumber(),
                StandardWords.in(book.in(Language.ZH)).with(Category.POLICY, notice.title(), body(notice),
                        notice.issuer(), notice.issuedOn())));
    }

    /** Without what the page of the source says above the text: the index table, the title, the choice of type. */
    private static String body(Notice notice) {
        List<String> lines = notice.text().strip().lines().toList();
        int first = 0;
        for (int i = 0; i < Math.min(HEAD, lines.size()); i++) {
            String line = lines.get(i).strip();
            if (line.equals(notice.title()) || line.startsWith("字体")) {
                first = i + 1;
            }
        }
        return String.join("\n", lines.subList(first, lines.size())).strip();
    }

    private Optional<Notice> notice() {
        return progresses.inForce().map(rules -> rules.charter().notice());
    }
}

package org.jiaogongti.platform.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** Puts reminders into words for letters and chats: short, in the notice's words, with the page; in Chinese, as the bureau writes. */
@Component
class Letters {

    /** How far ahead a chat is told. */
    static final int NEAR_DAYS = 7;
    private static final int MOST = 10;

    private final MessageBook book;
    private final Installation installation;

    Letters(MessageBook book, Installation installation) {
        this.book = book;
        this.installation = installation;
    }

    String subject(List<Reminder> lines) {
        if (lines.stream().allMatch(line -> line.stage().kind() == Stage.Kind.GIVEN_OUT)) {
            return words().t("reminder.letter.given");
        }
        boolean news = lines.stream().allMatch(Reminder::isNews);
        return words().t(news ? "reminder.letter.news" : "reminder.letter.subject", lines.size());
    }

    String text(List<Reminder> lines) {
        Messages m = words();
        String all = lines.stream().limit(MOST)
                .map(each -> line(each, m) + "\n" + installation.address() + each.path())
                .collect(Collectors.joining("\n\n"));
        return all + more(m, lines.size()) + "\n\n" + m.t("reminder.letter.end", installation.address() + "/messages",
                installation.address() + "/me/reminders");
    }

    private static String line(Reminder each, Messages m) {
        String stage = m.t("reminder.stage." + each.stage().kind());
        return each.isNews()
                ? m.t("reminder.letter.told", stage, each.title(), each.due().toString(), each.news(m))
                : m.t("reminder.letter.line", stage, each.title(), each.due().toString());
    }

    String chatTitle() {
        return words().t("reminder.chat.title");
    }

    String chat(List<Due> lines, LocalDate today) {
        Messages m = words();
        String all = lines.stream().limit(MOST)
                .map(each -> "- " + m.t(each.due().isBefore(today) ? "reminder.chat.late" : "reminder.chat.near",
                        "[" + each.title() + "](" + installation.address() + each.path() + ")", each.due().toString()))
                .collect(Collectors.joining("\n"));
        return "**" + m.t("reminder.chat.title") + "**\n" + all + more(m, lines.size());
    }

    /** To see whether a way works. */
    String trial() {
        return words().t("reminder.trial.text", installation.address());
    }

    private static String more(Messages m, int all) {
        return all > MOST ? "\n" + m.t("reminder.letter.more", all - MOST) : "";
    }

    private Messages words() {
        return book.in(Language.ZH);
    }
}

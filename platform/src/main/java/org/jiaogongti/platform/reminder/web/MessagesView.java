package org.jiaogongti.platform.reminder.web;

import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jiaogongti.platform.reminder.Inbox;
import org.jiaogongti.platform.reminder.Inbox.Batch;
import org.jiaogongti.platform.reminder.Reminder;
import org.jiaogongti.platform.reminder.Stage.Kind;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's messages, newest first.
 *
 * @param unread whether only those that are new are shown
 * @param later whether this is not the first page
 */
public record MessagesView(Batch batch, boolean unread, boolean later) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    public String count() {
        return batch.unread() > Inbox.MOST ? Inbox.MOST + "+" : Integer.toString(batch.unread());
    }

    /** The shape in front of a message. */
    public String mark(Reminder reminder) {
        if (reminder.settled() != null) {
            return "done";
        }
        return switch (reminder.stage().kind()) {
            case AHEAD -> "soon";
            case OVERDUE, ESCALATED -> "late";
            case PRESSED -> "going";
            case INVITED -> "todo";
            case PLACED, GIVEN_OUT -> "done";
            case MOVED -> "soon";
            case CALLED_OFF, TAKEN_OFF -> "waived";
        };
    }

    /** Why it came, and how it stands. */
    public String why(Reminder reminder, Messages m) {
        if (reminder.isNews()) {
            return reminder.settled() == null
                    ? reminder.news(m) + " " + m.t("reminder.day", reminder.due().toString())
                    : reminder.news(m) + " " + m.t("reminder.past");
        }
        UUID by = reminder.pressedBy();
        String why = reminder.stage().kind() == Kind.PRESSED
                ? m.t("reminder.why.PRESSED", by == null ? "" : batch.names().getOrDefault(by, ""))
                : m.t("reminder.why." + reminder.stage().kind());
        String due = m.t("reminder.due", reminder.due().toString());
        return reminder.settled() == null ? why + " " + due : m.t("reminder.settled") + " " + due;
    }

    public String when(Reminder reminder) {
        return MINUTE.format(reminder.at().atZone(BusinessClock.ZONE));
    }

    public @Nullable String next() {
        UUID next = batch.next();
        return next == null ? null : "/messages?" + (unread ? "show=new&" : "") + "after=" + next;
    }

    public @Nullable String first() {
        return later ? unread ? "/messages?show=new" : "/messages" : null;
    }
}

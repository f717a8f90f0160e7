package org.jiaogongti.platform.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param due the last day on which it is in time; of news the day on which it is
 * @param words of news: why, as it was typed, or empty
 * @param was of news: the day before it moved, or null
 * @param pressedBy the account that pressed the button; null where the clock did
 * @param settled when it was seen to be done, or null
 */
public record Reminder(UUID id, UUID account, Matter matter, Stage stage, String title, String path, LocalDate due,
        String words, @Nullable LocalDate was, @Nullable UUID pressedBy, Instant at, @Nullable Instant read,
        @Nullable Instant settled) {

    /** Something due, as the clock or somebody by the button tells it. */
    public static Reminder of(UUID id, UUID account, Stage stage, Due due, @Nullable UUID pressedBy, Instant at) {
        return new Reminder(id, account, due.matter(), stage, due.title(), due.path(), due.due(), "", null, pressedBy,
                at,
                null, null);
    }

    public boolean isNews() {
        return stage.kind().news();
    }

    /** What changed, in words; only of news. */
    public String news(Messages m) {
        LocalDate before = was;
        String why = words.isEmpty() ? "" : m.t("reminder.news.why", words);
        return m.t("reminder.why." + stage.kind(), before == null ? "" : before.toString(), why);
    }

    public boolean isNew() {
        return read == null && settled == null;
    }
}

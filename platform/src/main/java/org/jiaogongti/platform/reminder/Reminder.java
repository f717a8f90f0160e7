package org.jiaogongti.platform.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param pressedBy the account that pressed the button; null where the clock did
 * @param settled when it was seen to be done, or null
 */
public record Reminder(UUID id, UUID account, Matter matter, Stage stage, String title, String path, LocalDate due,
        @Nullable UUID pressedBy, Instant at, @Nullable Instant read, @Nullable Instant settled) {

    public boolean isNew() {
        return read == null && settled == null;
    }
}

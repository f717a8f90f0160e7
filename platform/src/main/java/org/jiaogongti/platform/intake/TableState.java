package org.jiaogongti.platform.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a table is filled.
 *
 * @param importedAt when rows last came in from a file that was not taken back since; null where none did
 */
public record TableState(SheetKind kind, long rows, @Nullable Instant importedAt) {

    public boolean empty() {
        return rows == 0;
    }
}

package org.jiaogongti.platform.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent for a table.
 *
 * @param sheet name of the sheet that was read, empty for csv and pasted rows
 * @param headings as found in the file
 * @param mapping heading number by column code
 * @param counts rows by verdict
 * @param committedAt when its good rows went in, or null
 * @param undoneAt when they were taken back, or null
 */
public record Upload(UUID id, String kind, String fileName, String sheet, List<String> headings,
        Map<String, Integer> mapping, Map<Verdict, Integer> counts, Instant sentAt, @Nullable Instant committedAt,
        @Nullable Instant undoneAt) {

    /** What would happen to a row, or did. */
    public enum Verdict {
        NEW, CHANGED, SAME, REPEATED, BAD
    }

    public Upload {
        headings = List.copyOf(headings);
        mapping = Map.copyOf(mapping);
        counts = Map.copyOf(counts);
    }

    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** Rows that go in. */
    public int good() {
        return count(Verdict.NEW) + count(Verdict.CHANGED);
    }

    public boolean open() {
        return committedAt == null;
    }
}

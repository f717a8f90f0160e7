package org.jiaogongti.platform.evidence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file of a holder.
 *
 * @param uploadedBy name of the person
 * @param publishedBy who made it public, or null while it is not
 */
public record EvidenceItem(UUID id, UUID holder, String sha256, FileKind kind, long bytes, String name,
        @Nullable LocalDateTime takenAt, UUID uploader, String uploadedBy, Instant uploadedAt,
        @Nullable String publishedBy) {

    public String kilobytes() {
        return Long.toString(Math.max(1, Math.round(bytes / 1000.0)));
    }
}

package org.jiaogongti.platform.journal.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the journal as it is hashed: ids and the payload's hash, never the payload itself.
 *
 * @param at to the microsecond, as the database keeps it
 * @param payload hashes of the salted payload
 * @param previous hashes of the line before
 */
public record Line(String district, long number, Instant at, UUID account, Deed deed, Digests payload,
        Digests previous) {

    private static final String LAYOUT = "jgt-journal-1";

    /**
     * What was done to what.
     *
     * @param erases number of the line whose payload this one erased, 0 for none
     */
    public record Deed(String action, String objectKind, Optional<UUID> objectId, long erases) {}

    /** Each function's chain is made of its own hashes only. */
    public Digests digests() {
        return Digests.of(bytes(payload.sm3(), previous.sm3()), bytes(payload.sha256(), previous.sha256()));
    }

    /** The payload's hashes; without the salt nobody can try out what an erased payload may have said. */
    public static Digests payloadDigests(byte[] salt, String body) {
        byte[] bytes = joined(List.of(salt, utf8(body)));
        return Digests.of(bytes, bytes);
    }

    private byte[] bytes(byte[] payloadHash, byte[] previousHash) {
        return joined(List.of(utf8(LAYOUT), utf8(district), utf8(Long.toString(number)), utf8(at.toString()),
                utf8(account.toString()), utf8(deed.action()), utf8(deed.objectKind()),
                utf8(deed.objectId().map(UUID::toString).orElse("")), utf8(Long.toString(deed.erases())), payloadHash,
                previousHash));
    }

    /** Every field behind its length: no two lines have the same bytes. */
    private static byte[] joined(List<byte[]> fields) {
        ByteBuffer buffer = ByteBuffer.allocate(fields.stream().mapToInt(part -> 4 + part.length).sum());
        fields.forEach(part -> buffer.putInt(part.length).put(part));
        return buffer.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

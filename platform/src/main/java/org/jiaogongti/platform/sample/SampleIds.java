package org.jiaogongti.platform.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;

/** Ids in the shape of version 7 whose time is the day of the thing and whose chance is its name. */
final class SampleIds {

    private static final LocalDate NOTICE = LocalDate.of(2019, 9, 11);

    private SampleIds() {}

    /** For things that have no day of their own. */
    static UUID of(String key) {
        return of(NOTICE, key);
    }

    static UUID of(LocalDate day, String key) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(key));
        long millis = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        long most = (millis << 16) | 0x7000L | (hash.getLong() & 0xfffL);
        long least = 0x8000000000000000L | (hash.getLong() & 0x3fffffffffffffffL);
        return new UUID(most, least);
    }

    static String digest(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256. Use a complete JDK.", missing);
        }
    }
}

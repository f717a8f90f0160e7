package org.jiaogongti.platform.journal.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The same bytes under both hash functions: SM3 (GB/T 32905) for the national standard, SHA-256 beside it, so that the
 * chain holds as long as one of them does.
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written out
public record Digests(byte[] sm3, byte[] sha256) {

    /** What the first line of a chain follows. */
    public static final Digests NONE = new Digests(new byte[32], new byte[32]);

    /** Hashes the bytes that {@code parts} makes for each function. */
    static Digests of(byte[] forSm3, byte[] forSha256) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(forSm3, 0, forSm3.length);
        byte[] sm3Sum = new byte[32];
        sm3.doFinal(sm3Sum, 0);
        try {
            return new Digests(sm3Sum, MessageDigest.getInstance("SHA-256").digest(forSha256));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public String sm3Hex() {
        return HexFormat.of().formatHex(sm3);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digests digests && Arrays.equals(sm3, digests.sm3)
                && Arrays.equals(sha256, digests.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sm3);
    }

    @Override
    public String toString() {
        return sm3Hex();
    }
}

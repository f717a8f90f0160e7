package org.jiaogongti.platform.archive.model;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jiaogongti.platform.archive.Manifest.Sum;

/** Passes bytes on and keeps their number and sums. Closing it leaves what is behind it open. */
public final class Sums extends OutputStream {

    private final OutputStream behind;
    private final MessageDigest sha256 = sha256();
    private final SM3Digest sm3 = new SM3Digest();
    private long bytes;

    public Sums(OutputStream behind) {
        this.behind = behind;
    }

    /** Only sums. */
    public static Sums only() {
        return new Sums(OutputStream.nullOutputStream());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] block, int offset, int length) throws IOException {
        sha256.update(block, offset, length);
        sm3.update(block, offset, length);
        bytes += length;
        behind.write(block, offset, length);
    }

    @Override
    public void flush() throws IOException {
        behind.flush();
    }

    /** Of everything so far; may be asked once. */
    public Sum sum() {
        byte[] sm3Sum = new byte[32];
        sm3.doFinal(sm3Sum, 0);
        HexFormat hex = HexFormat.of();
        return new Sum(bytes, hex.formatHex(sha256.digest()), hex.formatHex(sm3Sum));
    }
}

package org.jiaogongti.platform.attendance.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of one occasion: RFC 6238 over HMAC-SHA-256 with a secret of its own. The code that is scanned changes every half
 * minute, the six digits that are typed every ten minutes. The server's clock decides; a screen that goes on without
 * network, and a hand that types slowly, are why the neighbouring steps are taken too.
 */
public final class Codes {

    public static final Duration SCAN_STEP = Duration.ofSeconds(30);
    public static final Duration PIN_STEP = Duration.ofMinutes(10);
    /** A code that is scanned at the end of its half minute opens a page a little later. */
    private static final int SCANS_BEFORE = 3;
    private static final int PINS_BEFORE = 1;
    private static final int AFTER = 1;
    /** How far the clock of a phone without network may be off. */
    private static final Duration CLAIM = Duration.ofHours(6);
    private static final int RANGE = 1_000_000;
    private static final int MARK_BYTES = 12;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final byte[] secret;

    public Codes(byte[] secret) {
        this.secret = secret.clone();
    }

    /** As long as the MAC, as RFC 6238 asks. */
    public static byte[] newSecret() {
        byte[] secret = new byte[32];
        CHANCE.nextBytes(secret);
        return secret;
    }

    public static long pinStep(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), PIN_STEP.toSeconds());
    }

    public static Instant pinStart(long step) {
        return Instant.ofEpochSecond(step * PIN_STEP.toSeconds());
    }

    public static long scanStep(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SCAN_STEP.toSeconds());
    }

    /** Whether a scanned code of this step still opens the page. */
    public static boolean scannedNow(long step, Instant now) {
        long here = scanStep(now);
        return step >= here - SCANS_BEFORE && step <= here + AFTER;
    }

    /** RFC 4226, 5.3: four bytes of the MAC, from where its last half byte points. */
    public String pin(long step) {
        byte[] hash = mac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        long number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0F) & 0x7FFF_FFFFL;
        return String.format(Locale.ROOT, "%06d", number % RANGE);
    }

    /** The step whose digits were typed now. */
    public OptionalLong pinNow(String typed, Instant now) {
        long here = pinStep(now);
        return nearest(typed, here, here - PINS_BEFORE, here + AFTER);
    }

    /**
     * The step whose digits were typed at a time that a phone without network claims. The digits decide, not its clock: of the
     * steps in which they were shown while signing in was open the one nearest to the claim is taken.
     */
    public OptionalLong pinThen(String typed, Instant claimed, Instant first, Instant last) {
        Instant from = first.isAfter(claimed.minus(CLAIM)) ? first : claimed.minus(CLAIM);
        Instant to = last.isBefore(claimed.plus(CLAIM)) ? last : claimed.plus(CLAIM);
        return from.isAfter(to)
                ? OptionalLong.empty()
                : nearest(typed, pinStep(claimed), pinStep(from), pinStep(to));
    }

    /** All are compared, so that time tells nothing. */
    private OptionalLong nearest(String typed, long wanted, long first, long last) {
        OptionalLong found = OptionalLong.empty();
        for (long step = first; step <= last; step++) {
            boolean same = same(pin(step), typed);
            boolean nearer = found.isEmpty() || Math.abs(step - wanted) < Math.abs(found.getAsLong() - wanted);
            if (same && nearer) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Ninety-six bits that nobody makes without the secret. */
    public String mark(String text) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Arrays.copyOf(mac(text.getBytes(StandardCharsets.UTF_8)), MARK_BYTES));
    }

    public boolean marked(String text, String mark) {
        return same(mark(text), mark);
    }

    private static boolean same(String wanted, String typed) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java", e);
        }
    }
}

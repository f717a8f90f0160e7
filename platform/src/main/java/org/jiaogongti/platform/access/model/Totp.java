package org.jiaogongti.platform.access.model;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every thirty seconds: RFC 6238 over HMAC-SHA-1, six digits, as every authenticator program reads them. */
public final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    /** Clocks of phones are wrong by some seconds: the step before and the one after are taken too. */
    private static final int DRIFT = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom CHANCE = new SecureRandom();

    private Totp() {}

    /** 160 random bits, the length RFC 4226 recommends. */
    public static byte[] newSecret() {
        byte[] secret = new byte[20];
        CHANCE.nextBytes(secret);
        return secret;
    }

    public static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    public static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS);
    }

    /** RFC 4226, 5.3: four bytes of the MAC, from where its last half byte points, modulo a power of ten. */
    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            long number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0F) & 0x7FFF_FFFFL;
            long range = 1;
            for (int digit = 0; digit < digits; digit++) {
                range *= 10;
            }
            return String.format(Locale.ROOT, "%0" + digits + "d", number % range);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-1 is part of every Java", e);
        }
    }

    /** The step whose code was typed; empty when it is none near now. All are compared, so that time tells nothing. */
    public static OptionalLong stepOf(byte[] secret, String typed, Instant now) {
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.US_ASCII),
                    typed.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as people type it where a camera is missing: RFC 4648 base 32 in groups of four. */
    public static String spelled(byte[] secret) {
        StringBuilder text = new StringBuilder();
        long bits = 0;
        int held = 0;
        for (byte each : secret) {
            bits = (bits << 8) | (each & 0xFF);
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(BASE32.charAt((int) (bits >> held) & 31));
            }
        }
        if (held > 0) {
            text.append(BASE32.charAt((int) (bits << (5 - held)) & 31));
        }
        return text.toString().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the QR code says to the authenticator program. */
    public static String address(String issuer, String login, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(login) + "?secret="
                + spelled(secret).replace(" ", "") + "&issuer=" + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

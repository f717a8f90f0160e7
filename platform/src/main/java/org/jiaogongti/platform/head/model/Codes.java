package org.jiaogongti.platform.head.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Hashes as people read them out to each other. */
public final class Codes {

    private static final int CODE = 16;

    private Codes() {}

    /** The check code of a text: the first sixteen digits of its SHA-256, in fours. */
    public static String check(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return grouped(HexFormat.of().formatHex(sum).substring(0, CODE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** In fours and capitals, with dashes. */
    static String grouped(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceAll("(?<=\\G.{4})(?!$)", "-");
    }

    /** A whole hash in eights, so that it can be compared and breaks over lines. */
    public static String spaced(String hex) {
        return hex.replaceAll("(?<=\\G.{8})(?!$)", " ");
    }
}

package org.jiaogongti.platform.access.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.District;

/** Secrets that travel: one-time links carry the district and 256 random bits; the database keeps the hash. */
public final class Tokens {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Pattern LINK = Pattern.compile("([1-9][0-9]{5})-([A-Za-z0-9_-]{43})");

    private Tokens() {}

    /** A token and where it belongs. */
    public record LinkToken(District district, String text) {

        public byte[] hash() {
            return Tokens.hash(text);
        }
    }

    public static LinkToken newLink(District district) {
        byte[] bits = new byte[32];
        CHANCE.nextBytes(bits);
        return new LinkToken(district,
                district.code() + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    public static Optional<LinkToken> read(String text) {
        Matcher matcher = LINK.matcher(text);
        return matcher.matches() ? Optional.of(new LinkToken(new District(matcher.group(1)), text)) : Optional.empty();
    }

    /** The form in which logins are compared: full-width letters, capitals and blanks around make no difference. */
    public static String loginKey(String login) {
        return Normalizer.normalize(login, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}

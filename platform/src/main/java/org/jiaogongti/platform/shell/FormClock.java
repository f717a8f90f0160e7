package org.jiaogongti.platform.shell;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Stamps a form with the moment at which it was opened, so that what entering costs can be measured without asking anybody.
 * The stamp is signed with a key of this start: one that was changed, or opened before a restart, says nothing.
 */
@Component
public final class FormClock {

    /** The hidden field of every form. */
    public static final String FIELD = "_opened";
    /** How many seconds were worked on it, as a script counted them; without script it is not there. */
    public static final String WORKED = "_worked";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    FormClock() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    public String stamp(Instant opened) {
        String seconds = Long.toString(opened.getEpochSecond());
        return seconds + "." + signature(seconds);
    }

    /** When the form was opened; empty where the stamp is not one of this start. */
    public Optional<Instant> read(String stamp) {
        int dot = stamp.indexOf('.');
        if (dot < 1 || dot > 12 || !stamp.substring(0, dot).matches("\\d+")) {
            return Optional.empty();
        }
        String seconds = stamp.substring(0, dot);
        boolean own = MessageDigest.isEqual(signature(seconds).getBytes(StandardCharsets.US_ASCII),
                stamp.substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
        return own ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
    }

    private String signature(String seconds) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(seconds.getBytes(StandardCharsets.US_ASCII)), 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is missing.\nUse a complete Java runtime.", impossible);
        }
    }
}

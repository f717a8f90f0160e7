package org.jiaogongti.platform.api.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a message so that its receiver knows who sent it, and that it is no old one sent again.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *      Webhooks 1.0.0, symmetric signatures</a>
 */
public final class Signature {

    private static final String PREFIX = "whsec_";

    private Signature() {}

    /** The secret as its receiver is given it. */
    public static String told(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The header {@code webhook-signature}: version and HMAC-SHA256 over id, second and body. */
    public static String of(String told, String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(told.substring(PREFIX.length())), "HmacSHA256"));
            String signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }
}

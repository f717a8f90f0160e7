package org.jiaogongti.platform.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.jiaogongti.platform.testing.Page;
import org.jsoup.nodes.Element;

/** A device with a passkey, as far as a server can tell: it signs what a browser would hand it, byte by byte as WebAuthn says. */
final class SoftKey {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int NEW_KEY = 0x40;

    private final KeyPair keys;
    private final byte[] credential = new byte[32];
    private String owner = "";
    private long count;

    SoftKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(credential);
    }

    /** What a page asks, and where the browser thinks it is. */
    record Asked(String challenge, String host, String origin) {

        static Asked by(Page page, String action, String origin) {
            Element form = page.html().selectFirst("form[action=" + action + "]");
            if (form == null) {
                throw new AssertionError("no form " + action + " on " + page);
            }
            return new Asked(form.attr("data-challenge"), form.attr("data-host"), origin);
        }
    }

    SoftKey owner(String base64) {
        owner = base64;
        return this;
    }

    SoftKey count(long used) {
        count = used;
        return this;
    }

    long count() {
        return count;
    }

    /** A new passkey for the owner that the page names. */
    String make(Asked asked) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(head(asked, PRESENT | VERIFIED | NEW_KEY));
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) credential.length).array());
        data.writeBytes(credential);
        data.writeBytes(publicKey());
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xA3);
        object.writeBytes(text("fmt"));
        object.writeBytes(text("none"));
        object.writeBytes(text("attStmt"));
        object.write(0xA0);
        object.writeBytes(text("authData"));
        object.write(0x58);
        object.write(data.size());
        object.writeBytes(data.toByteArray());
        return envelope("\"clientDataJSON\":\"" + base64(client("create", asked)) + "\",\"attestationObject\":\""
                + base64(object.toByteArray()) + "\"");
    }

    /** The answer to a sign-in, by a person whom the device has verified. */
    String show(Asked asked) {
        return show(asked, PRESENT | VERIFIED);
    }

    /** The same from a device that has only been touched. */
    String showUnverified(Asked asked) {
        return show(asked, PRESENT);
    }

    private String show(Asked asked, int flags) {
        if (count > 0) {
            count++;
        }
        byte[] data = head(asked, flags);
        byte[] client = client("get", asked);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return envelope("\"clientDataJSON\":\"" + base64(client) + "\",\"authenticatorData\":\"" + base64(data)
                    + "\",\"signature\":\"" + base64(signature.sign()) + "\",\"userHandle\":\"" + owner + "\"");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String envelope(String response) {
        String id = base64(credential);
        return "{\"id\":\"" + id + "\",\"rawId\":\"" + id + "\",\"type\":\"public-key\",\"response\":{" + response
                + "},\"clientExtensionResults\":{}}";
    }

    private byte[] head(Asked asked, int flags) {
        return ByteBuffer.allocate(37).put(sha256(asked.host().getBytes(StandardCharsets.UTF_8))).put((byte) flags)
                .putInt((int) count).array();
    }

    private static byte[] client(String type, Asked asked) {
        return ("{\"type\":\"webauthn." + type + "\",\"challenge\":\"" + asked.challenge() + "\",\"origin\":\""
                + asked.origin() + "\",\"crossOrigin\":false}").getBytes(StandardCharsets.UTF_8);
    }

    /** COSE: kty EC2, alg ES256, crv P-256, x, y. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return ByteBuffer.allocate(77).put(new byte[]{(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20})
                .put(field(key.getW().getAffineX().toByteArray())).put(new byte[]{0x22, 0x58, 0x20})
                .put(field(key.getW().getAffineY().toByteArray())).array();
    }

    private static byte[] field(byte[] number) {
        byte[] whole = new byte[32];
        byte[] significant = number.length > 32
                ? Arrays.copyOfRange(number, number.length - 32, number.length)
                : number;
        System.arraycopy(significant, 0, whole, 32 - significant.length, significant.length);
        return whole;
    }

    private static byte[] text(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + 1).put((byte) (0x60 + bytes.length)).put(bytes).array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

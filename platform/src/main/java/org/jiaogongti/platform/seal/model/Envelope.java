package org.jiaogongti.platform.seal.model;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.seal.SealCipher;

/**
 * A sealed value as it is stored: layout (1 byte), cipher (1), number of its data key (4), nonce (12), text and tag. The
 * head is bound as well, so that nobody can make an old key or another cipher be tried.
 */
public final class Envelope {

    private static final byte LAYOUT = 1;
    private static final int HEAD = 1 + 1 + Integer.BYTES;
    private static final int SHORTEST = HEAD + Gcm.NONCE + Gcm.TAG;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Envelope() {}

    /** 256 random bits. */
    public static byte[] newKey() {
        return random(32);
    }

    /** Nonces are random: with 96 bits a key may seal four thousand million values before a repetition becomes thinkable. */
    public static byte[] seal(SealCipher cipher, int keyNumber, byte[] material, List<String> bound, byte[] plain) {
        byte[] nonce = random(Gcm.NONCE);
        byte[] head = ByteBuffer.allocate(HEAD).put(LAYOUT).put(code(cipher)).putInt(keyNumber).array();
        byte[] text = Gcm.seal(cipher, Gcm.key(cipher, material), nonce, bound(head, bound), plain);
        return ByteBuffer.allocate(HEAD + nonce.length + text.length).put(head).put(nonce).put(text).array();
    }

    /** The number of the key that opens it; empty when this is no sealed value at all. */
    public static Optional<Integer> keyNumber(byte[] sealed) {
        return sealed.length < SHORTEST || sealed[0] != LAYOUT || cipher(sealed[1]).isEmpty()
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(sealed).getInt(2));
    }

    /** Empty when it was changed, was sealed for another place, or this is not its key. */
    public static Optional<byte[]> open(byte[] material, List<String> bound, byte[] sealed) {
        if (keyNumber(sealed).isEmpty()) {
            return Optional.empty();
        }
        SealCipher cipher = cipher(sealed[1]).orElseThrow();
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] head = new byte[HEAD];
        byte[] nonce = new byte[Gcm.NONCE];
        byte[] text = new byte[sealed.length - HEAD - Gcm.NONCE];
        buffer.get(head).get(nonce).get(text);
        return Gcm.open(cipher, Gcm.key(cipher, material), nonce, bound(head, bound), text);
    }

    private static byte[] bound(byte[] head, List<String> place) {
        byte[] rest = Macs.joined(place);
        return ByteBuffer.allocate(head.length + rest.length).put(head).put(rest).array();
    }

    private static byte code(SealCipher cipher) {
        return switch (cipher) {
            case AES -> 1;
            case SM4 -> 2;
        };
    }

    private static Optional<SealCipher> cipher(byte code) {
        return switch (code) {
            case 1 -> Optional.of(SealCipher.AES);
            case 2 -> Optional.of(SealCipher.SM4);
            default -> Optional.empty();
        };
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        CHANCE.nextBytes(bytes);
        return bytes;
    }
}

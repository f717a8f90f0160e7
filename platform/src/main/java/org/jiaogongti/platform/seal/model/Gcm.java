package org.jiaogongti.platform.seal.model;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jiaogongti.platform.seal.SealCipher;

/** Galois/counter mode over both block ciphers: hides, and notices every change of the text or of what it is bound to. */
public final class Gcm {

    static final int NONCE = 12;
    static final int TAG = 16;

    private Gcm() {}

    /** The cipher's own key, so that one key material is never used by two algorithms. */
    static byte[] key(SealCipher cipher, byte[] material) {
        byte[] key = Macs.sm3(material, List.of("jgt seal", cipher.name()));
        return switch (cipher) {
            case AES -> key;
            case SM4 -> Arrays.copyOf(key, 16);
        };
    }

    static byte[] seal(SealCipher cipher, byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
        return switch (cipher) {
            case AES -> aes(Cipher.ENCRYPT_MODE, key, nonce, bound, plain).orElseThrow();
            case SM4 -> sm4(true, key, nonce, bound, plain).orElseThrow();
        };
    }

    /** Empty when a bit of the text, of its tag or of what it was bound to is another, or the key is. */
    static Optional<byte[]> open(SealCipher cipher, byte[] key, byte[] nonce, byte[] bound, byte[] sealed) {
        return switch (cipher) {
            case AES -> aes(Cipher.DECRYPT_MODE, key, nonce, bound, sealed);
            case SM4 -> sm4(false, key, nonce, bound, sealed);
        };
    }

    private static Optional<byte[]> aes(int mode, byte[] key, byte[] nonce, byte[] bound, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(bound);
            return Optional.of(cipher.doFinal(text));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Optional<byte[]> sm4(boolean sealing, byte[] key, byte[] nonce, byte[] bound, byte[] text) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG * 8, nonce, bound));
        byte[] out = new byte[cipher.getOutputSize(text.length)];
        try {
            int length = cipher.processBytes(text, 0, text.length, out, 0);
            cipher.doFinal(out, length);
            return Optional.of(out);
        } catch (InvalidCipherTextException changed) {
            return Optional.empty();
        }
    }
}

package org.jiaogongti.platform.head.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * Signatures by SM2 over SM3 (GB/T 32918.2) with the standard's own signer id, so that other programs check them as well. Keys and
 * signatures are written in Base64 of their usual DER.
 */
public final class Sm2 {

    private static final ECNamedDomainParameters CURVE = new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1,
            GMNamedCurves.getByName("sm2p256v1"));
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int SHOWN = 8;

    private Sm2() {}

    /** The public key that belongs to 32 secret bytes. */
    public static String publicKey(byte[] secret) {
        ECPublicKeyParameters key = new ECPublicKeyParameters(CURVE.getG().multiply(number(secret)).normalize(), CURVE);
        try {
            return Base64.getEncoder()
                    .encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a key that was just made can be written", e);
        }
    }

    public static String sign(byte[] secret, String text) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(number(secret), CURVE), CHANCE));
        feed(signer, text);
        try {
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("a text of any length can be signed", e);
        }
    }

    /** False also for what is no key or no signature at all. */
    public static boolean verifies(String key, String text, String signature) {
        try {
            if (!(PublicKeyFactory.createKey(Base64.getDecoder().decode(key)) instanceof ECPublicKeyParameters point)
                    || !point.getParameters().equals(CURVE)) {
                return false;
            }
            SM2Signer signer = new SM2Signer();
            signer.init(false, point);
            feed(signer, text);
            return signer.verifySignature(Base64.getDecoder().decode(signature));
        } catch (IOException | RuntimeException none) {
            return false;
        }
    }

    /** What a person compares with a sheet of paper: the first 64 bits of the key's SM3, as {@code 1A2B-3C4D-5E6F-7081}. */
    public static String fingerprint(String key) {
        byte[] text = key.getBytes(StandardCharsets.US_ASCII);
        SM3Digest sm3 = new SM3Digest();
        sm3.update(text, 0, text.length);
        byte[] sum = new byte[sm3.getDigestSize()];
        sm3.doFinal(sum, 0);
        return Codes.grouped(HexFormat.of().formatHex(sum, 0, SHOWN));
    }

    private static void feed(SM2Signer signer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
    }

    /** From 1 to n - 2, as the standard asks. */
    private static BigInteger number(byte[] secret) {
        return new BigInteger(1, secret).mod(CURVE.getN().subtract(BigInteger.TWO)).add(BigInteger.ONE);
    }
}

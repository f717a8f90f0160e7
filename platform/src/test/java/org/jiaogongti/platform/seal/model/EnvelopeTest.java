package org.jiaogongti.platform.seal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jiaogongti.platform.seal.SealCipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sealed value by itself, and both ciphers against published vectors. */
final class EnvelopeTest {

    private static final List<String> PLACE = List.of("330213", "staff.phone", "number", "row");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    /** RFC 8998, A.1. */
    @Test
    void sm4InGcmIsThatOfTheStandard() {
        byte[] key = hex("0123456789ABCDEFFEDCBA9876543210");
        byte[] nonce = hex("00001234567800000000ABCD");
        byte[] bound = hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        byte[] plain = hex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        byte[] sealed = hex("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                + "83DE3541E4C2B58177E065A9BF7B62EC");
        assertThat(Gcm.seal(SealCipher.SM4, key, nonce, bound, plain)).isEqualTo(sealed);
        assertThat(Gcm.open(SealCipher.SM4, key, nonce, bound, sealed)).contains(plain);
    }

    /** The Galois/Counter Mode of Operation (McGrew, Viega), test case 16. */
    @Test
    void aesInGcmIsThatOfTheStandard() {
        byte[] key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] nonce = hex("cafebabefacedbaddecaf888");
        byte[] bound = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] plain = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        byte[] sealed = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
        assertThat(Gcm.seal(SealCipher.AES, key, nonce, bound, plain)).isEqualTo(sealed);
        assertThat(Gcm.open(SealCipher.AES, key, nonce, bound, sealed)).contains(plain);
    }

    @ParameterizedTest
    @EnumSource
    void everyChangedBitIsNoticed(SealCipher cipher) {
        byte[] key = Envelope.newKey();
        byte[] plain = "13900000007".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = Envelope.seal(cipher, 3, key, PLACE, plain);
        assertThat(Envelope.keyNumber(sealed)).contains(3);
        assertThat(Envelope.open(key, PLACE, sealed)).contains(plain);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(Envelope.open(key, PLACE, changed)).as("bit " + bit).isEmpty();
        }
        assertThat(Envelope.open(Envelope.newKey(), PLACE, sealed)).isEmpty();
        assertThat(Envelope.open(key, List.of("330213", "staff.phone", "numberr", "ow"), sealed)).isEmpty();
        assertThat(Envelope.open(key, PLACE, new byte[0])).isEmpty();
        assertThat(Envelope.seal(cipher, 3, key, PLACE, plain)).isNotEqualTo(sealed);
    }
}

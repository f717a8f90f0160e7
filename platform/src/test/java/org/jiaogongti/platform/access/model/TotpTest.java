package org.jiaogongti.platform.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

/** Codes against the tables of the RFCs. */
final class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows for SHA-1. */
    @Test
    void theTableOfRfc6238() {
        Map.of(59L, "94287082", 1111111109L, "07081804", 1111111111L, "14050471", 1234567890L, "89005924", 2000000000L,
                "69279037", 20000000000L, "65353130").forEach(
                        (second, code) -> assertThat(
                                Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code));
    }

    /** RFC 4226, appendix D: counters 0 to 9. */
    @Test
    void theTableOfRfc4226() {
        String[] codes = {"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                "520489"};
        for (int counter = 0; counter < codes.length; counter++) {
            assertThat(Totp.code(SECRET, counter)).isEqualTo(codes[counter]);
        }
    }

    @Test
    void aStepBeforeAndOneAfterAreTakenAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);
        long step = Totp.step(now);
        for (long drift = -2; drift <= 2; drift++) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + drift), now).isPresent())
                    .isEqualTo(Math.abs(drift) <= 1);
        }
        assertThat(Totp.stepOf(SECRET, "", now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, "一二三四五六", now)).isEmpty();
    }

    @Test
    void theSecretIsSpelledInBase32OfRfc4648() {
        assertThat(Totp.spelled(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(new Base32().decode(Totp.spelled(SECRET).replace(" ", ""))).isEqualTo(SECRET);
        for (int length = 1; length < 12; length++) {
            byte[] bytes = java.util.Arrays.copyOf(SECRET, length);
            assertThat(Totp.spelled(bytes).replace(" ", ""))
                    .isEqualTo(new Base32().encodeAsString(bytes).replace("=", ""));
        }
        assertThat(Totp.address("强基 共同体", "a:b", SECRET)).isEqualTo("otpauth://totp/%E5%BC%BA%E5%9F%BA%20"
                + "%E5%85%B1%E5%90%8C%E4%BD%93:a%3Ab?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%BC%BA%E5%9F%BA"
                + "%20%E5%85%B1%E5%90%8C%E4%BD%93");
    }
}

package org.jiaogongti.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTest {

    private static double read(String text) {
        byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
        return Decimal.of(bytes, 1, bytes.length - 1);
    }

    @Test
    void readsWhatTheLibraryReadsToTheLastBit() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            int digits = 1 + random.nextInt(15);
            String text = Long.toString(Math.floorMod(random.nextLong(), (long) Math.pow(10, digits)));
            int point = 1 + random.nextInt(text.length());
            String number = (random.nextBoolean() ? "-" : "") + text.substring(0, point)
                    + (random.nextBoolean() ? "." + text.substring(point) : "");

            assertThat(read(number)).isEqualTo(Double.parseDouble(number));
        }
        assertThat(1 / read("-0.0")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e5", "+1", "1.2.3", ".5", "1,5", "一", "1234567890123456", "0x1", "NaN",
            " 1"})
    void leavesEverythingElseToTheLibrary(String text) {
        assertThat(read(text)).isNaN();
    }
}

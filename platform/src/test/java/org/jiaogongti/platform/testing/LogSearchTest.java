package org.jiaogongti.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the logs finds what is planted, says where and not what, and takes nothing else for it. */
final class LogSearchTest {

    private static final String LOG = "2026-01-01T00:00:00.000+08:00  INFO [main] o.j.Something : begun\n";

    private static List<String> found(String line, String... secrets) {
        return LogSearch.findings("a.log", LOG + LOG + LOG.replace("begun", line), Set.of(secrets));
    }

    @ParameterizedTest
    @ValueSource(strings = {"called 13900000007 twice", "phone=13900000007,", "电话13900000007", "id 330283201501010010.",
            "身份证 33028320150101001X", "Bearer jgt_330213-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "GET /link/330213-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "id_token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"})
    void anybodysIsFoundByItsForm(String line) {
        assertThat(found(line)).isNotEmpty().allMatch(place -> place.startsWith("a.log:3: "))
                .noneMatch(
                        place -> place.contains("00000007") || place.contains("20150101") || place.contains("abcdef"));
    }

    @Test
    void whatATestUsedIsFoundByItself() {
        assertThat(found("refused for 山路很长也要慢慢走完!", "山路很长也要慢慢走完")).singleElement().asString()
                .startsWith("a.log:3: a password or token").doesNotContain("山路很长");
        assertThat(found("nothing of it", "山路很长也要慢慢走完")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0199aaaa-0000-7000-8000-13912345678a", "took 1732060800000 ms",
            "113302830029800655 is a unit",
            "sm3 fd4aa4591a85d5177c1d99e9193644196224b60f134f75375ff8042c44b9c59b", "district 330213-2024-11-20",
            "139****0007"})
    void idsTimesAndHashesAreNoNumbersOfAnybody(String line) {
        assertThat(found(line)).isEmpty();
    }
}

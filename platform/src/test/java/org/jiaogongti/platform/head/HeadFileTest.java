package org.jiaogongti.platform.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.head.HeadCheck.Chain;
import org.jiaogongti.platform.head.HeadCheck.Signer;
import org.jiaogongti.platform.head.HeadFile.Before;
import org.jiaogongti.platform.head.HeadFile.Issue;
import org.jiaogongti.platform.head.HeadFile.Whole;
import org.jiaogongti.platform.head.HeadFile.Wrong;
import org.jiaogongti.platform.head.model.Codes;
import org.jiaogongti.platform.head.model.Sm2;
import org.jiaogongti.platform.journal.ChainEnd;
import org.jiaogongti.platform.journal.Verification.Broken;
import org.jiaogongti.platform.journal.Verification.Fault;
import org.jiaogongti.platform.journal.Verification.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A head as a file: what it says, that it is signed, and what it says about a chain. */
final class HeadFileTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final ChainEnd END = new ChainEnd("330213", 48_213, "a1".repeat(32), "b2".repeat(32));
    private static final HeadFile FILE = HeadFile.signed(END, new Issue("示例区", 12, LocalDate.of(2024, 11, 20),
            new Before(LocalDate.of(2024, 11, 18), 48_000), Instant.parse("2024-11-19T16:10:00Z")), SECRET);

    private static HeadFile whole(String text) {
        assertThat(HeadFile.read(text)).isInstanceOf(Whole.class);
        return ((Whole) HeadFile.read(text)).file();
    }

    @Test
    void aPersonReadsIt() {
        assertThat(FILE.text().lines()).hasSize(12).contains("区划 district: 330213 示例区", "日期 day: 2024-11-20",
                "第几份 number: 12", "上一份 before: 2024-11-18 48000", "时间 time: 2024-11-20T00:10:00+08:00",
                "行数 lines: 48213", "SM3: " + "a1".repeat(32), "SHA-256: " + "b2".repeat(32));
        assertThat(FILE.name()).matches("journal-head-330213-2024-11-20-[0-9A-F]{4}-[0-9A-F]{4}\\.txt");
        assertThat(FILE.code()).isEqualTo(Codes.check(FILE.text())).matches("([0-9A-F]{4}-){3}[0-9A-F]{4}");
        assertThat(FILE.fingerprint()).matches("([0-9A-F]{4}-){3}[0-9A-F]{4}");
        assertThat(Codes.spaced(END.sm3())).isEqualTo(("a1a1a1a1 ".repeat(8)).strip());
    }

    @Test
    void aProgramReadsItBackAlsoAfterAMailOrAnotherSystemHadIt() {
        assertThat(whole(FILE.text())).isEqualTo(FILE);
        assertThat(whole("\uFEFF" + FILE.text().replace("\n", "\r\n") + "\r\n \r\n")).isEqualTo(FILE)
                .satisfies(read -> assertThat(read.signed()).isTrue());
        HeadFile first = HeadFile.signed(END, new Issue("区", 1, LocalDate.of(2024, 11, 20), null, Instant.EPOCH),
                SECRET);
        assertThat(whole(first.text())).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"journal head 1 | journal head 2 | 1", "330213 示例区 | 33021 示例区 | 3",
            "day: 2024-11-20 | day: 2024-02-31 | 4", "number: 12 | number: 012 | 5",
            "2024-11-18 48000 | 2024-13-18 48000 | 6",
            "T00:10:00+08:00 | T24:10:00+08:00 | 7", "T00:10:00+08:00 | T01:10:00+09:00 | 7", "48213 | 0 | 8",
            "SM3: a1 | SM3: A1 | 9", "SHA-256: | SHA256: | 10", "公钥 key: | 公钥 key：| 11", "签名 signature: |  | 12"})
    void whatIsNoHeadIsSaidWithItsLine(String was, String is, int line) {
        String text = FILE.text().replace(was, is == null ? "" : is);
        assertThat(text).isNotEqualTo(FILE.text());
        assertThat(HeadFile.read(text)).isInstanceOfSatisfying(Wrong.class,
                wrong -> assertThat(wrong.line()).isEqualTo(line));
    }

    @Test
    void whatIsCutOffOrGoesOnIsNoHead() {
        assertThat(HeadFile.read("")).isInstanceOfSatisfying(Wrong.class,
                wrong -> assertThat(wrong.line()).isEqualTo(1));
        assertThat(HeadFile.read(FILE.text() + "又一行\n")).isInstanceOfSatisfying(Wrong.class,
                wrong -> assertThat(wrong.line()).isEqualTo(13));
    }

    /** Every sign of every line but the signature's is signed, and a signature of somebody else is somebody else's. */
    @Test
    void aForgedFileIsFound() {
        assertThat(FILE.signed()).isTrue();
        for (String forged : new String[]{FILE.text().replace("48213", "48214"), FILE.text().replace("a1a1", "a1a2"),
                FILE.text().replace("示例区", "例示区"), FILE.text().replace("number: 12", "number: 13"),
                FILE.text().replace("11-18 48000", "11-19 48000"), FILE.text().replace(FILE.key(), "TUZr")}) {
            assertThat(whole(forged).signed()).as(forged).isFalse();
        }
        byte[] other = SECRET.clone();
        other[0]++;
        HeadFile stranger = HeadFile.signed(END, FILE.issue(), other);
        assertThat(check(stranger).signer()).isEqualTo(Signer.UNKNOWN);
        assertThat(check(whole(FILE.text().replace(FILE.key(), stranger.key()))).signer()).isEqualTo(Signer.FORGED);
        assertThat(HeadCheck.of(stranger, Set.of(stranger.fingerprint()), Optional.of(sound(48_213)), Optional.of(END))
                .good())
                .as("named by its fingerprint").isTrue();
    }

    /** Another program's signature: openssl 3 over the same bytes by a key of its own. */
    @Test
    void whatOtherProgramsSignIsAccepted() {
        String key = "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEGZzvvAg7c0g5OOZ/qJ1ME/cW+tA+KmWo37pnVx2FAteg39Rj/akrxAREnC1d/qbWpB5rDUqe"
                + "HfDwxZkP5CdsJA==";
        String signature = "MEUCIBqoh32d+cCStiTMN6d/eEoiqegSICoWzLIIhfRo7k4MAiEAhF0QX/QSsviwyGQMlUXtYHNU7XZ1UxCnWX6XUpi5vnc=";
        assertThat(Sm2.verifies(key, "日志链尾\n", signature)).isTrue();
        assertThat(Sm2.verifies(key, "日志链尾", signature)).isFalse();
        assertThat(Sm2.verifies(key, "日志链尾\n", "MEUC")).isFalse();
    }

    private static Sound sound(long lines) {
        return new Sound("330213", lines, END.sm3());
    }

    private static HeadCheck check(HeadFile file) {
        return HeadCheck.of(file, Set.of(Sm2.publicKey(SECRET)), Optional.of(sound(48_213)), Optional.of(END));
    }

    @Test
    void whatItSaysAboutAChain() {
        Set<String> ours = Set.of(Sm2.publicKey(SECRET));
        assertThat(check(FILE)).isEqualTo(new HeadCheck(Signer.OURS, Chain.AGREES))
                .satisfies(found -> assertThat(found.good()).isTrue());
        assertThat(HeadCheck.of(FILE, ours, Optional.of(sound(50_000)), Optional.of(
                new ChainEnd("330213", 48_213, END.sm3(), "b3".repeat(32)))).chain()).isEqualTo(Chain.REWRITTEN);
        assertThat(HeadCheck.of(FILE, ours, Optional.of(sound(48_000)), Optional.empty()).chain())
                .isEqualTo(Chain.CUT_OFF);
        assertThat(HeadCheck.of(FILE, ours, Optional.of(new Broken("330213", 48_213, Fault.CHANGED)), Optional.of(END))
                .chain()).isEqualTo(Chain.BROKEN);
        assertThat(HeadCheck.of(FILE, ours, Optional.of(new Broken("330213", 48_214, Fault.CHANGED)), Optional.of(END))
                .chain()).as("it still speaks for the lines before").isEqualTo(Chain.AGREES);
        assertThat(HeadCheck.of(FILE, ours, Optional.empty(), Optional.empty()).chain()).isEqualTo(Chain.NO_DISTRICT);
    }
}

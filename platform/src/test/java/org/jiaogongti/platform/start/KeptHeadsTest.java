package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.head.HeadFile;
import org.jiaogongti.platform.head.HeadSettings;
import org.jiaogongti.platform.head.SigningKeys;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.journal.Tampering;
import org.jiaogongti.platform.journal.Verification;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Heads as the job gives them out, and what they find when the owner of the database rewrites the journal. */
@EmptyPlatformTest
final class KeptHeadsTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 11, 18);
    private static int districts = 130_000;

    private final Journal journal;
    private final Job job;
    private final HeadSettings settings;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tampering tampering;
    private District district = new District("130000");

    @TempDir
    private Path kept = Path.of("");

    KeptHeadsTest(Journal journal, List<Job> jobs, HeadSettings settings, DataSource dataSource, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.journal = journal;
        this.job = jobs.stream().filter(each -> each.name().equals("give-head")).findFirst().orElseThrow();
        this.settings = settings;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tampering = new Tampering(jdbc);
    }

    @BeforeEach
    void anotherDistrict() {
        districts++;
        district = new District(Integer.toString(districts));
    }

    private void lines(int count, String what) {
        UUID clerk = UUID.fromString("018f0000-0000-7000-8000-000000000001");
        for (int line = 1; line <= count; line++) {
            String said = what + line;
            Scope.run(district, () -> transaction.executeWithoutResult(_ -> journal.write(() -> clerk,
                    "OccasionRecorded", "occasion", UUID.randomUUID(), Map.of("what", said))));
        }
    }

    private Report give(LocalDate day) {
        return Scope.call(district, () -> job.work().run(district, day));
    }

    private List<Path> given() throws IOException {
        if (!Files.isDirectory(settings.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.folder())) {
            return files.filter(file -> file.toString().contains("-" + district.code() + "-")).sorted().toList();
        }
    }

    /** The day's file, carried to where nobody of the server reaches it. */
    private Path carried(int number) throws IOException {
        Path file = given().get(number - 1);
        return Files.copy(file, kept.resolve(file.getFileName()));
    }

    private static HeadFile read(Path file) throws IOException {
        return ((HeadFile.Whole) HeadFile.read(Files.readString(file))).file();
    }

    /** What the command prints, and at the end whether all agree. */
    private List<String> verify(Path... files) throws IOException {
        return verify(new SigningKeys(settings.keyFile()).publicKeys(), files);
    }

    private List<String> verify(Set<String> keys, Path... files) throws IOException {
        List<String> said = new ArrayList<>();
        KeptHeads heads = KeptHeads.read(List.of(files), keys);
        Scope.run(district, () -> transaction.executeWithoutResult(_ -> {
            Verification chain = new Verification(dataSource);
            boolean good = heads.agree(said::add, district.code(), chain.verify(district.code(), List.of()), chain);
            said.add(good ? "good" : "bad");
        }));
        return said;
    }

    @Test
    void aDayIsGivenOutOnceAndMissedDaysAtOnce() throws IOException {
        assertThat(give(MONDAY)).as("nothing to give").isEqualTo(Report.of(0));
        lines(3, "课");
        assertThat(give(MONDAY)).isEqualTo(Report.of(1));
        String text = Files.readString(given().getFirst());
        lines(1, "又");
        assertThat(give(MONDAY)).as("the same day again").isEqualTo(Report.of(0));
        assertThat(give(MONDAY.minusDays(1))).as("a day before").isEqualTo(Report.of(0));
        assertThat(given()).singleElement().satisfies(file -> assertThat(Files.readString(file)).isEqualTo(text));
        assertThat(give(MONDAY.plusDays(4))).as("after three days off").isEqualTo(Report.of(1));
        assertThat(given()).hasSize(2);
        HeadFile first = read(given().getFirst());
        HeadFile second = read(given().getLast());
        assertThat(first.issue().before()).isNull();
        assertThat(first.end().lines()).isEqualTo(3);
        assertThat(second.issue().before()).isEqualTo(new HeadFile.Before(MONDAY, 3));
        // Three lines, the one that says it was given out, one more.
        assertThat(second.end().lines()).isEqualTo(5);
        assertThat(second.issue().number()).isEqualTo(2);
        assertThat(verify(settings.folder())).contains("good").noneMatch(line -> line.contains("不符"));
    }

    @Test
    void whatTheFolderDidNotTakeWaitsForIt() throws IOException {
        lines(2, "课");
        give(MONDAY);
        Path file = given().getFirst();
        String text = Files.readString(file);
        Scope.run(district, () -> transaction.executeWithoutResult(
                _ -> jdbc.sql("update head.sheet set filed_at = null").update()));
        Files.writeString(file, text.substring(0, 100));
        assertThat(give(MONDAY)).as("what a broken run has begun").isEqualTo(Report.of(1));
        assertThat(Files.readString(file)).isEqualTo(text);
        Scope.run(district, () -> transaction.executeWithoutResult(
                _ -> jdbc.sql("update head.sheet set filed_at = null").update()));
        Files.writeString(file, "别的");
        assertThatThrownBy(() -> give(MONDAY)).hasMessageContaining(settings.folder().toString());
        assertThat(Files.readString(file)).as("nothing is written over").isEqualTo("别的");
        Files.delete(file);
        assertThat(give(MONDAY)).isEqualTo(Report.of(1));
    }

    @Test
    void aChainRewrittenWholeIsFoundByYesterdaysFile() throws IOException {
        lines(3, "送教");
        give(MONDAY);
        lines(2, "教研");
        give(MONDAY.plusDays(1));
        Path monday = carried(1);
        Path tuesday = carried(2);
        assertThat(verify(kept)).contains("good");
        tampering.as(district, """
                DELETE FROM journal.payload; DELETE FROM journal.entry; DELETE FROM journal.head""");
        lines(9, "改写");
        Scope.run(district, () -> transaction.executeWithoutResult(_ -> assertThat(
                new Verification(dataSource).verify(district.code(), List.of())).as("the chain alone is sound")
                .isInstanceOf(Verification.Sound.class)));
        assertThat(verify(tuesday)).contains("bad").anyMatch(line -> line.contains("已不是当时的日志"))
                .anyMatch(line -> line.contains("第 1–6 行之间被改写"));
        assertThat(verify(kept)).filteredOn(line -> line.contains("不符")).hasSize(2)
                .anyMatch(line -> line.contains(monday.getFileName().toString()));
    }

    @Test
    void aChainCutOffIsFoundThoughItsHeadWasCutToo() throws IOException {
        lines(2, "送教");
        give(MONDAY);
        lines(3, "教研");
        give(MONDAY.plusDays(1));
        carried(1);
        Path tuesday = carried(2);
        tampering.as(district, """
                DELETE FROM journal.payload WHERE number > 4; DELETE FROM journal.entry WHERE number > 4;
                UPDATE journal.head h SET number = 4, sm3 = e.sm3, sha256 = e.sha256
                  FROM journal.entry e WHERE e.number = 4""");
        assertThat(verify(kept)).contains("bad").filteredOn(line -> line.contains("不符")).singleElement().asString()
                .contains(tuesday.getFileName().toString());
        assertThat(verify(tuesday)).anyMatch(line -> line.contains("被截短") && line.contains("当时有 6 行"));
    }

    @Test
    void aForgedFileIsFoundAndAKeyIsNotTakenForOursBecauseItSigned() throws IOException {
        lines(2, "送教");
        give(MONDAY);
        Path file = carried(1);
        String text = Files.readString(file);
        Files.writeString(file, text.replace("行数 lines: 2", "行数 lines: 1"));
        assertThat(verify(file)).contains("bad").anyMatch(line -> line.contains("无效，文件被改过或是伪造的"))
                .noneMatch(line -> line.contains("已不是当时的日志"));
        Files.writeString(file, text);
        String fingerprint = read(file).fingerprint();
        assertThat(verify(Set.of("1234-5678-9ABC-DEF0"), file)).contains("bad")
                .anyMatch(line -> line.contains("不是本机的钥匙") && line.contains(fingerprint));
        assertThat(verify(Set.of(fingerprint), file)).contains("good");
    }

    @Test
    void aMissingNumberAndAnotherDistrictAreSaid() throws IOException {
        for (int day = 0; day < 4; day++) {
            lines(1, "课");
            give(MONDAY.plusDays(day));
        }
        carried(1);
        carried(4);
        assertThat(verify(kept)).contains("good").anyMatch(line -> line.contains("第 2–3 份不在这里"));
        List<String> said = new ArrayList<>();
        assertThat(KeptHeads.read(List.of(kept), Set.of()).known(said::add, List.of("330213"))).isFalse();
        assertThat(said).anyMatch(line -> line.contains("库里没有这个区"));
    }

    @Test
    void whatIsNoHeadFileIsRefusedWithItsPlace() throws IOException {
        assertThatThrownBy(() -> verify(kept)).isInstanceOf(StartRefused.class).hasMessageContaining("没有链尾文件");
        assertThatThrownBy(() -> verify(kept.resolve("x.txt"))).hasMessageContaining("没有这个文件");
        lines(1, "课");
        give(MONDAY);
        Path file = carried(1);
        Files.writeString(file, Files.readString(file).replace("SM3: ", "SM4: "));
        assertThatThrownBy(() -> verify(kept)).isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(file + ":9: ").hasMessageContaining("SM3: ");
        Files.write(file, new byte[]{(byte) 0xFF, (byte) 0xFE});
        assertThatThrownBy(() -> verify(file)).hasMessageStartingWith(file + ":1: ").hasMessageContaining("UTF-8");
    }

    @Test
    void theApplicationChangesNoHeadThatWasGivenOut() {
        lines(1, "课");
        give(MONDAY);
        for (String sql : new String[]{"UPDATE head.sheet SET text = 'x'", "DELETE FROM head.sheet"}) {
            assertThatThrownBy(() -> Scope.run(district,
                    () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()))).as(sql)
                    .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("permission denied");
        }
        tampering.as(district, "UPDATE head.sheet SET text = 'x', filed_at = null");
        assertThat(Objects.requireNonNull(give(MONDAY)).wrong()).as("what is no head is told").isEqualTo(1);
    }
}

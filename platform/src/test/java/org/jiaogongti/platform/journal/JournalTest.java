package org.jiaogongti.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.journal.Verification.Broken;
import org.jiaogongti.platform.journal.Verification.Fault;
import org.jiaogongti.platform.journal.Verification.KeptHead;
import org.jiaogongti.platform.journal.Verification.Result;
import org.jiaogongti.platform.journal.Verification.Sound;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every test has a district of its own, so no test sees another one's chain. */
@EmptyPlatformTest
final class JournalTest {

    private static int districts = 110_000;

    private final Journal journal;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Tampering tampering;
    private final TransactionTemplate transaction;
    private final Author clerk = () -> UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private District district = new District("110000");

    JournalTest(Journal journal, JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
        this.journal = journal;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.tampering = new Tampering(jdbc);
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void anotherDistrict() {
        districts++;
        district = new District(Integer.toString(districts));
    }

    private long write(String what) {
        return Scope.call(district, () -> Objects.requireNonNull(transaction.execute(status -> journal.write(clerk,
                "OccasionRecorded", "occasion", UUID.randomUUID(), Map.of("what", what, "lessons", 2)))));
    }

    private void lines(int count) {
        for (int line = 1; line <= count; line++) {
            write("送教第" + line + "课");
        }
    }

    private Result verify() {
        return verify(List.of());
    }

    private Result verify(List<KeptHead> kept) {
        return Scope.call(district, () -> Objects.requireNonNull(
                transaction.execute(status -> new Verification(dataSource).verify(district.code(), kept))));
    }

    @Test
    void aChainAsItWasWrittenIsSound() {
        assertThat(verify()).isEqualTo(new Sound(district.code(), 0, "0".repeat(64)));
        lines(5);
        assertThat(verify()).isInstanceOfSatisfying(Sound.class, sound -> {
            assertThat(sound.lines()).isEqualTo(5);
            assertThat(sound.sm3()).hasSize(64);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "UPDATE journal.entry SET action = 'OccasionWithdrawn' WHERE number = 3 | 3 | CHANGED",
            "UPDATE journal.entry SET at = at + interval '1 microsecond' WHERE number = 2 | 2 | CHANGED",
            "UPDATE journal.entry SET account = object_id WHERE number = 1 | 1 | CHANGED",
            "UPDATE journal.entry SET sha256 = sm3 WHERE number = 4 | 4 | CHANGED",
            "UPDATE journal.payload SET body = '{}' WHERE number = 3 | 3 | PAYLOAD_CHANGED",
            "UPDATE journal.payload SET salt = 'x' WHERE number = 3 | 3 | PAYLOAD_CHANGED",
            "DELETE FROM journal.payload WHERE number = 2 | 2 | PAYLOAD_MISSING",
            "DELETE FROM journal.entry WHERE number = 3 | 3 | MISSING",
            "DELETE FROM journal.entry WHERE number = 1 | 1 | MISSING",
            "DELETE FROM journal.entry WHERE number >= 4 | 4 | CUT_OFF",
            "DELETE FROM journal.entry | 1 | CUT_OFF",
            "UPDATE journal.entry SET number = 1007 - number WHERE number IN (3, 4); UPDATE journal.entry SET number = number - 1000 WHERE number > 1000 | 3 | CHANGED",
            "UPDATE journal.head SET sm3 = sha256 | 6 | CHANGED"})
    void whateverIsTamperedWithIsFoundAtItsPlace(String sql, long number, Fault fault) {
        lines(6);
        tampering.as(district, sql);
        assertThat(verify()).isEqualTo(new Broken(district.code(), number, fault));
    }

    @Test
    void aLineInsertedInTheMiddleOrAtTheEndIsFound() {
        lines(4);
        tampering.as(district, """
                UPDATE journal.entry SET number = number + 1000 WHERE number >= 3;
                INSERT INTO journal.entry SELECT district, 3, at, account, action, object_kind, object_id, erases,
                  payload_sm3, payload_sha256, previous_sm3, previous_sha256, sm3, sha256
                  FROM journal.entry WHERE number = 2;
                UPDATE journal.entry SET number = number - 999 WHERE number > 1000""");
        assertThat(verify()).isEqualTo(new Broken(district.code(), 3, Fault.CHANGED));
        anotherDistrict();
        lines(2);
        tampering.as(district, """
                INSERT INTO journal.entry SELECT district, 3, at, account, action, object_kind, object_id, erases,
                  payload_sm3, payload_sha256, sm3, sha256, sm3, sha256 FROM journal.entry WHERE number = 2""");
        assertThat(verify()).isEqualTo(new Broken(district.code(), 3, Fault.ADDED));
    }

    @Test
    void aChainCutOffTogetherWithItsHeadIsFoundByTheHeadThatWasKept() {
        lines(5);
        Sound before = (Sound) verify();
        KeptHead kept = new KeptHead(before.district(), before.lines(), before.sm3());
        assertThat(verify(List.of(kept))).isEqualTo(before);
        tampering.as(district, """
                DELETE FROM journal.payload WHERE number > 3; DELETE FROM journal.entry WHERE number > 3;
                UPDATE journal.head h SET number = 3, sm3 = e.sm3, sha256 = e.sha256
                  FROM journal.entry e WHERE e.number = 3""");
        assertThat(verify()).isInstanceOf(Sound.class);
        assertThat(verify(List.of(kept))).isEqualTo(new Broken(district.code(), 4, Fault.CUT_OFF));
        lines(2);
        assertThat(verify(List.of(kept))).isEqualTo(new Broken(district.code(), 5, Fault.NOT_THE_KEPT_HEAD));
    }

    @Test
    void anErasedPayloadIsGoneAndTheChainStillHolds() {
        lines(3);
        Scope.run(district, () -> transaction.executeWithoutResult(status -> journal.erase(clerk, 2, "家长要求")));
        long left = Scope.call(district, () -> Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql("SELECT count(*) FROM journal.payload WHERE number = 2").query(Long.class)
                        .single())));
        assertThat(left).isZero();
        assertThat(verify()).isInstanceOfSatisfying(Sound.class, sound -> assertThat(sound.lines()).isEqualTo(4));
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveALine() {
        lines(2);
        for (String sql : new String[]{"UPDATE journal.entry SET action = 'x'", "DELETE FROM journal.entry",
                "TRUNCATE journal.entry CASCADE", "UPDATE journal.payload SET body = 'x'",
                "DELETE FROM journal.payload", "DELETE FROM journal.head"}) {
            assertThatThrownBy(() -> Scope.run(district,
                    () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()))).as(sql)
                    .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("permission denied");
        }
        assertThat(verify()).isInstanceOf(Sound.class);
    }

    @Test
    void noLineWithoutATransactionAndNoneAfterARollback() {
        assertThatThrownBy(() -> Scope.run(district, () -> journal.write(clerk, "A", "b", null, Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
        lines(1);
        assertThatThrownBy(() -> Scope.run(district, () -> transaction.executeWithoutResult(status -> {
            journal.write(clerk, "A", "b", null, Map.of());
            throw new IllegalStateException("refused");
        }))).hasMessage("refused");
        lines(1);
        assertThat(verify()).isInstanceOfSatisfying(Sound.class, sound -> assertThat(sound.lines()).isEqualTo(2));
    }

    @Test
    void manyWritersAtOnceMakeOneChain() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> writer : threads
                    .invokeAll(Collections.nCopies(8, Executors.callable(() -> lines(25))))) {
                writer.get();
            }
        }
        assertThat(verify()).isInstanceOfSatisfying(Sound.class, sound -> assertThat(sound.lines()).isEqualTo(200));
    }

    @Test
    void aLineCostsOneSelectAndOneWrite() {
        lines(1);
        SqlCount.of(() -> write("x")).assertSelects(1).assertCount(SqlCount.Kind.INSERT, 1)
                .assertCount(SqlCount.Kind.DISTRICT, 1);
    }

    @Test
    void anotherDistrictsLinesAreNotThere() {
        lines(3);
        anotherDistrict();
        assertThat(verify()).isInstanceOfSatisfying(Sound.class, sound -> assertThat(sound.lines()).isZero());
    }
}

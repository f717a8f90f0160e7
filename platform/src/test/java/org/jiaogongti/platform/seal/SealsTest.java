package org.jiaogongti.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.seal.store.DataKeyStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed values in a district of their own: bound to their place, and closed without the key file. */
@EmptyPlatformTest
final class SealsTest {

    private static final SealedColumn PHONE = new SealedColumn("staff.phone", "number");
    private static final String NUMBER = "13900000007";
    private static final AtomicInteger DISTRICTS = new AtomicInteger(120_000);

    private final Seals seals;
    private final DataKeyStore store;
    private final SealScope scope;
    private final BusinessClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final District district = new District(Integer.toString(DISTRICTS.incrementAndGet()));
    private final UUID row = UUID.randomUUID();

    @TempDir
    private Path folder = Path.of("");

    SealsTest(Seals seals, DataKeyStore store, SealScope scope, BusinessClock clock, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.seals = seals;
        this.store = store;
        this.scope = scope;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private <T> T in(District where, Supplier<T> work) {
        return Scope.call(where, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private <T> T here(Supplier<T> work) {
        return in(district, work);
    }

    /** The same database as another start sees it, with its own key file and nothing remembered. */
    private Seals another(Path keys, SealCipher cipher) {
        SealSettings settings = new SealSettings(keys, cipher);
        return new Seals(new DataKeys(store, scope, settings, clock), scope, settings);
    }

    private Path keys() {
        return folder.resolve("sealing.key");
    }

    @Test
    void whatIsSealedOpensAtItsPlaceOnly() {
        byte[] sealed = here(() -> seals.seal(PHONE, row, NUMBER));
        assertThat(here(() -> seals.openText(PHONE, row, sealed))).isEqualTo(NUMBER);
        SealedColumn other = new SealedColumn("staff.phone", "other");
        assertThatThrownBy(() -> here(() -> seals.open(PHONE, UUID.randomUUID(), sealed)))
                .isInstanceOf(SealBroken.class).hasMessageContaining("不是这一行的")
                .hasMessageContaining("staff.phone.number")
                .hasMessageNotContaining(NUMBER);
        assertThatThrownBy(() -> here(() -> seals.open(other, row, sealed))).isInstanceOf(SealBroken.class);
        District elsewhere = new District(Integer.toString(DISTRICTS.incrementAndGet()));
        in(elsewhere, () -> seals.seal(PHONE, row, NUMBER));
        assertThatThrownBy(() -> in(elsewhere, () -> seals.open(PHONE, row, sealed))).isInstanceOf(SealBroken.class);
        byte[] changed = sealed.clone();
        changed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> here(() -> seals.open(PHONE, row, changed))).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> here(() -> seals.open(PHONE, row, new byte[40]))).isInstanceOf(SealBroken.class);
    }

    @Test
    void aBlindIndexFindsTheSameValueInOneColumnOfOneDistrict() {
        byte[] index = here(() -> seals.index(PHONE, NUMBER));
        assertThat(index).hasSize(32).isEqualTo(here(() -> seals.index(PHONE, NUMBER)));
        assertThat(here(() -> seals.index(PHONE, "13900000008"))).isNotEqualTo(index);
        assertThat(here(() -> seals.index(new SealedColumn("staff.phone", "other"), NUMBER))).isNotEqualTo(index);
        District elsewhere = new District(Integer.toString(DISTRICTS.incrementAndGet()));
        assertThat(in(elsewhere, () -> seals.index(PHONE, NUMBER))).isNotEqualTo(index);
        assertThat(here(() -> another(keysOfTheTests(), SealCipher.SM4).index(PHONE, NUMBER))).isEqualTo(index);
    }

    private Path keysOfTheTests() {
        return org.jiaogongti.platform.testing.TestCluster.sealingKey();
    }

    @Test
    void theCipherIsASettingAndBothAreReadAtAnyTime() {
        Seals national = another(keys(), SealCipher.SM4);
        byte[] sealed = here(() -> national.seal(PHONE, row, NUMBER));
        Seals later = another(keys(), SealCipher.AES);
        byte[] resealed = here(() -> later.seal(PHONE, row, NUMBER));
        assertThat(sealed[1]).isNotEqualTo(resealed[1]);
        assertThat(here(() -> later.openText(PHONE, row, sealed))).isEqualTo(NUMBER);
        assertThat(here(() -> national.openText(PHONE, row, resealed))).isEqualTo(NUMBER);
    }

    /** What a thief of the database or of its backup has: every row, and no key file, or one of their own. */
    @Test
    void withoutTheKeyFileNothingOpensAndTheMessageSaysSo() throws IOException {
        byte[] sealed = here(() -> another(keys(), SealCipher.AES).seal(PHONE, row, NUMBER));
        String id = here(() -> store.all().getFirst().wrappedBy());
        Path away = folder.resolve("away.key");
        Files.move(keys(), away);
        Seals closed = another(keys(), SealCipher.AES);
        assertThatThrownBy(() -> here(() -> closed.open(PHONE, row, sealed))).isInstanceOf(SealBroken.class)
                .hasMessageContaining("没有封存密钥 " + id).hasMessageContaining("请放回");
        assertThatThrownBy(() -> here(closed::rewrap)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> here(() -> closed.seal(PHONE, row, NUMBER))).isInstanceOf(SealBroken.class);
        assertThat(keys()).as("a lost key file is not replaced in silence").doesNotExist();
        new KeyFile(keys(), KeyFile.Use.SEALING).add();
        assertThatThrownBy(() -> here(() -> closed.open(PHONE, row, sealed))).isInstanceOf(SealBroken.class);
        Files.writeString(keys(), id + "=" + "A".repeat(43) + "=\n");
        assertThatThrownBy(() -> here(() -> closed.open(PHONE, row, sealed))).isInstanceOf(SealBroken.class)
                .hasMessageContaining("封存密钥 " + id + " 打不开");
        Files.writeString(keys(), id + "=?\n");
        assertThatThrownBy(() -> here(() -> closed.open(PHONE, row, sealed))).isInstanceOf(SealBroken.class)
                .hasMessageContaining("已损坏");
        Files.delete(keys());
        Files.move(away, keys());
        assertThat(here(() -> closed.openText(PHONE, row, sealed))).isEqualTo(NUMBER);
    }

    @Test
    void theWrappingKeyIsChangedWithoutSealingAnew() throws IOException {
        byte[] sealed = here(() -> another(keys(), SealCipher.AES).seal(PHONE, row, NUMBER));
        String newer = new KeyFile(keys(), KeyFile.Use.SEALING).add();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys()))).isEqualTo("rw-------");
        Seals later = another(keys(), SealCipher.SM4);
        assertThat(here(() -> later.openText(PHONE, row, sealed))).isEqualTo(NUMBER);
        assertThat(here(later::rewrap)).isEqualTo(2);
        assertThat(here(later::rewrap)).isZero();
        assertThat(here(store::all)).extracting(DataKeyStore.WrappedKey::wrappedBy).containsOnly(newer);
        List<String> lines = Files.readAllLines(keys());
        Files.write(keys(), lines.stream().filter(line -> line.startsWith(newer)).toList());
        assertThat(here(() -> another(keys(), SealCipher.AES).openText(PHONE, row, sealed))).isEqualTo(NUMBER);
    }

    /** A transaction that is taken back must not take back a key with which others seal already. */
    @Test
    void theFirstKeysOutliveATransactionThatIsTakenBack() {
        byte[] sealed = Scope.call(district, () -> Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return seals.seal(PHONE, row, NUMBER);
        })));
        assertThat(here(store::all)).hasSize(2);
        assertThat(here(() -> another(keysOfTheTests(), SealCipher.AES).openText(PHONE, row, sealed)))
                .isEqualTo(NUMBER);
    }

    @Test
    void theDatabaseTakesSealedValuesOnlyAndLetsNoKeyBeDeleted() {
        for (String open : List.of("13900000007", "0102", "\u0001" + "x".repeat(40))) {
            assertThatThrownBy(() -> here(() -> jdbc.sql("SELECT convert_to(:open, 'UTF8')::lib.sealed")
                    .param("open", open).query(byte[].class).single())).isInstanceOf(DataAccessException.class);
        }
        here(() -> seals.seal(PHONE, row, NUMBER));
        assertThatThrownBy(() -> here(() -> jdbc.sql("DELETE FROM seal.data_key").update()))
                .isInstanceOf(DataAccessException.class);
    }
}

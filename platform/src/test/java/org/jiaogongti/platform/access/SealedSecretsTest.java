package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.model.Totp;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Secrets of second factors in the database: none can be read there, and none is lost on the way into the seal. */
@EmptyPlatformTest
final class SealedSecretsTest {

    private final FoundedDistrict founded;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SealsAtStart start;
    private final String database;

    SealedSecretsTest(Districts districts, Founding founding, Accounts accounts, JdbcClient jdbc,
            PlatformTransactionManager transactions, SealsAtStart start, @Value("${jgt.database.url}") String url) {
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.jdbc = jdbc;
        this.start = start;
        this.database = url.substring(url.lastIndexOf('/') + 1);
    }

    private String newAdministrator() {
        founded.ensure();
        String login = "sealed-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, login, Posting.inDistrict(Role.BUREAU_ADMIN));
        return login;
    }

    /** The files of the database and the log of its changes, as a stolen disk or a backup of the folder has them. */
    @Test
    void theDataFolderHoldsNoSecret(Visitor visitor) throws SQLException, IOException {
        Instant before = Instant.now().minusSeconds(2);
        String login = newAdministrator();
        FoundedDistrict.signIn(visitor, login, FoundedDistrict.DISTRICT);
        byte[] secret = FoundedDistrict.setUpSecondFactor(visitor, login);
        List<Path> files = new ArrayList<>();
        try (Connection connection = TestCluster.shared().postgres().superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            try (ResultSet rows = statement.executeQuery("""
                    SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()
                    """)) {
                rows.next();
                Path cluster = Path.of(rows.getString(1));
                files.addAll(written(cluster.resolve("base").resolve(rows.getString(2)), before));
                files.addAll(written(cluster.resolve("pg_wal"), before));
            }
        }
        assertThat(holding(files, login.getBytes(StandardCharsets.UTF_8))).as("what is not sealed").isNotEmpty();
        assertThat(holding(files, secret)).isEmpty();
        assertThat(holding(files, Totp.spelled(secret).replace(" ", "").getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static List<Path> written(Path folder, Instant since) throws IOException {
        try (Stream<Path> tree = Files.walk(folder, 1)) {
            List<Path> files = new ArrayList<>();
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    files.add(file);
                }
            }
            return files;
        }
    }

    /** Bytes as characters of Latin-1: one each. */
    private static List<Path> holding(List<Path> files, byte[] sought) throws IOException {
        String text = new String(sought, StandardCharsets.ISO_8859_1);
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file) && Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                found.add(file);
            }
        }
        return found;
    }

    @Test
    void aSecretFromBeforeIsSealedAtTheNextStartAndStillWorks(Visitor visitor) {
        String login = newAdministrator();
        FoundedDistrict.signIn(visitor, login, FoundedDistrict.DISTRICT);
        byte[] secret = FoundedDistrict.setUpSecondFactor(visitor, login);
        inDistrict("""
                UPDATE access.second_factor SET secret = NULL, unsealed = :secret, last_step = 0
                WHERE account_id = (SELECT id FROM access.account WHERE login = :login)
                """, login, secret);
        start.afterSingletonsInstantiated();
        assertThat(inDistrict("""
                UPDATE access.second_factor SET last_step = 0
                WHERE account_id = (SELECT id FROM access.account WHERE login = :login)
                  AND secret IS NOT NULL AND unsealed IS NULL AND octet_length(:secret::bytea) = 20
                """, login, secret)).isEqualTo(1);
        Visitor other = visitor.another();
        Page half = other.submit(other.get("/sign-in"), "form[action=/sign-in]", Map.of("login", login, "password",
                FoundedDistrict.PASSWORD, "district", FoundedDistrict.DISTRICT.code()));
        Page in = other.submit(other.get(half.location()), "form[action=/sign-in/code]",
                Map.of("code", Totp.code(secret, Totp.step(Instant.now()))));
        assertThat(in.status()).as(in.toString()).isEqualTo(303);
        assertThat(other.get("/accounts").status()).isEqualTo(200);
    }

    private int inDistrict(String sql, String login, byte[] secret) {
        Integer rows = Scope.call(FoundedDistrict.DISTRICT, () -> transaction
                .execute(status -> jdbc.sql(sql).param("login", login).param("secret", secret).update()));
        return rows == null ? 0 : rows;
    }
}

package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.EmbeddedDatabase;
import org.jiaogongti.platform.database.ServerCheck;
import org.jiaogongti.platform.postgres.Durability;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.testing.Beside;
import org.jiaogongti.platform.testing.ServerProcess;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as a process: what it refuses and how it says so, how it stops, and a server of the bureau's own. */
@Beside
final class ServerProcessTest {

    @TempDir
    Path folder;

    @Test
    void aPortInUseIsSaidWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess server = ServerProcess.start(folder, "serve", "--port",
                        Integer.toString(taken.getLocalPort()))) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.said()).contains("端口 " + taken.getLocalPort() + " 已被占用")
                    .contains("./jgt serve --port " + (taken.getLocalPort() + 1)).doesNotContain("Exception");
            assertThat(folder.resolve("postgres")).as("no database was made for nothing").doesNotExist();
        }
    }

    @Test
    void aServerOfOnesOwnNeedsItsPasswordsAndAProperAddress() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder,
                Map.of("JGT_DATABASE_URL", "postgres://db.example/jiaogongti"), "serve", "--port", "0")) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.said()).contains("jdbc:postgresql://").doesNotContain("Exception");
        }
    }

    @Test
    void aSecondStartIsRefusedAndStoppingStopsTheDatabaseToo() throws Exception {
        Path cluster = folder.resolve("postgres");
        try (ServerProcess server = ServerProcess.start(folder, "serve", "--port", "0")) {
            String address = server.ready();
            assertThat(new Visitor(address).get("/start").status()).isEqualTo(200);
            try (ServerProcess second = ServerProcess.start(folder, "serve", "--port", "0")) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertThat(second.said()).contains("已经在运行：" + address).doesNotContain("Exception");
            }
            assertThat(new Visitor(address).get("/start").status()).isEqualTo(200);
            long postmaster = EmbeddedPostgres.start(cluster, TestCluster.cache(), Durability.FULL, line -> {}).pid();
            boolean interrupt = !server.ignoresInterrupt();
            assertThat(server.signal(interrupt ? "INT" : "TERM")).isEqualTo(interrupt ? 130 : 143);
            assertGone(postmaster);
            assertThat(cluster.resolve("cluster").resolve("postmaster.pid")).doesNotExist();
            assertThat(Files.readString(cluster.resolve("cluster").resolve("server.log"))).contains("shut down")
                    .doesNotContain("FATAL");
        }
        // The same cluster now plays the server of the bureau's own.
        try (EmbeddedPostgres bureaus = EmbeddedPostgres.start(cluster, TestCluster.cache(), Durability.FULL,
                line -> {})) {
            EmbeddedDatabase.create(bureaus, "bureau", "template1");
            DatabaseAddress address = EmbeddedDatabase.address(bureaus, "bureau");
            serveOn(address);
            assertThat(bureaus.pid()).as("a server of one's own is left running").isPositive();
            refusals(bureaus, address);
        }
    }

    /** A process that has ended is listed until its parent has asked for it. */
    private static void assertGone(long process) throws InterruptedException {
        for (int waits = 0; waits < 100 && ProcessHandle.of(process).isPresent(); waits++) {
            Thread.sleep(50);
        }
        assertThat(ProcessHandle.of(process)).as("the database's process").isEmpty();
    }

    private void serveOn(DatabaseAddress database) throws Exception {
        Path data = folder.resolve("elsewhere");
        try (ServerProcess server = ServerProcess.start(data, Map.of("JGT_DATABASE_URL", database.url(),
                "JGT_DATABASE_OWNER_PASSWORD", database.ownerPassword(), "JGT_DATABASE_APP_PASSWORD",
                database.appPassword()), "serve", "--port", "0")) {
            assertThat(new Visitor(server.ready()).open("/").html().select("form[action=/start]")).hasSize(1);
            assertThat(data.resolve("postgres")).as("no server of its own").doesNotExist();
            assertThat(server.signal("TERM")).isEqualTo(143);
        }
    }

    private static void refusals(EmbeddedPostgres server, DatabaseAddress address) throws SQLException {
        assertThatCode(() -> ServerCheck.pass(address)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ServerCheck.pass(TestCluster.shared().empty())).hasMessageContaining("fsync = off");
        refused(server, address, "ALTER ROLE jgt_app SET synchronous_commit = off",
                "ALTER ROLE jgt_app RESET synchronous_commit", "synchronous_commit = off");
        refused(server, address, "ALTER ROLE jgt_app SUPERUSER", "ALTER ROLE jgt_app NOSUPERUSER", "超级用户");
        refused(server, address, "ALTER ROLE jgt_app BYPASSRLS", "ALTER ROLE jgt_app NOBYPASSRLS", "BYPASSRLS");
        refused(server, address, "CREATE TABLE own_table (x int); ALTER TABLE own_table OWNER TO jgt_app",
                "DROP TABLE own_table", "jgt_app 拥有表");
        refused(server, address, "ALTER ROLE jgt_app PASSWORD 'other'",
                "ALTER ROLE jgt_app PASSWORD '" + address.appPassword() + "'", "数据库无法连接");
        execute(server, "bureau", "CREATE DATABASE plain OWNER jgt_owner TEMPLATE template0 ENCODING 'UTF8' "
                + "LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'");
        assertThatThrownBy(() -> ServerCheck.pass(EmbeddedDatabase.address(server, "plain")))
                .hasMessageContaining("zh-Hans-CN");
        assertThatCode(() -> ServerCheck.pass(address)).doesNotThrowAnyException();
    }

    private static void refused(EmbeddedPostgres server, DatabaseAddress address, String harm, String mend,
            String words) throws SQLException {
        execute(server, "bureau", harm);
        assertThatThrownBy(() -> ServerCheck.pass(address)).as(harm).hasMessageContaining(words);
        execute(server, "bureau", mend);
    }

    private static void execute(EmbeddedPostgres server, String database, String sql) throws SQLException {
        try (Connection connection = server.superuser(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The other starts run as whoever runs the tests; where that is root, this one is an ordinary user's. */
    @Test
    void anOrdinaryUserServesToo() throws Exception {
        try (ServerProcess server = ServerProcess.canBeNobody()
                ? ServerProcess.startAsNobody(folder, "serve", "--port", "0")
                : ServerProcess.start(folder, "serve", "--port", "0")) {
            assertThat(new Visitor(server.ready()).get("/start").status()).isEqualTo(200);
            assertThat(server.signal("TERM")).isEqualTo(143);
            assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
        }
    }
}

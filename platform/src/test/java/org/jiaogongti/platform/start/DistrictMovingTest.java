package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiaogongti.platform.archive.Moving;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.EmbeddedDatabase;
import org.jiaogongti.platform.head.HeadFile;
import org.jiaogongti.platform.postgres.Durability;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.testing.Beside;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.ServerProcess;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code district export} and {@code district import} as a technician runs them: into an empty data folder, out of it while its
 * server is running, and on to a server of the bureau's own.
 */
@Beside
final class DistrictMovingTest {

    private static final String BOARD = "/board.csv?term=2024-2025-1";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aDistrictIsServedWhereItWasMovedToAndMovesOnWhileItIsServed() throws Exception {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), new String(Moving.passphrase()) + "\n");
        Path first = folder.resolve("first.zip");
        Moving.export(Moving.sample(), first);
        Path one = folder.resolve("one");
        command(0, "全部相等", one, Map.of(), "import", first.toString(), "--passphrase-file", passphrase.toString());
        command(0, "归档完好", folder.resolve("nothing"), Map.of(), "import", "--verify-only", first.toString());
        assertThat(folder.resolve("nothing/postgres")).as("no database to check an archive").doesNotExist();
        command(2, "--passphrase-file", one, Map.of(), "import", first.toString());
        command(2, "已经有 330213", one, Map.of(), "import", first.toString(), "--passphrase-file",
                passphrase.toString());
        byte[] board;
        Path given;
        Path second = folder.resolve("second.zip");
        try (ServerProcess server = ServerProcess.start(one, "serve", "--port", "0")) {
            Visitor visitor = signedIn(server.ready());
            board = board(visitor);
            phoneOpens(visitor, first);
            given = given(one.resolve("journal-heads"));
            command(0, "已写好", one, Map.of(), "export", "--to", second.toString(), "--passphrase-file",
                    passphrase.toString());
            assertThat(board(visitor)).as("the server went on").isEqualTo(board);
            server.signal("TERM");
        }
        try (EmbeddedPostgres bureaus = EmbeddedPostgres.start(one.resolve("postgres"), TestCluster.cache(),
                Durability.FULL, _ -> {})) {
            EmbeddedDatabase.create(bureaus, "bureau", "template1");
            DatabaseAddress address = EmbeddedDatabase.address(bureaus, "bureau");
            Map<String, String> own = Map.of("JGT_DATABASE_URL", address.url(), "JGT_DATABASE_OWNER_PASSWORD",
                    address.ownerPassword(), "JGT_DATABASE_APP_PASSWORD", address.appPassword());
            Path two = folder.resolve("two");
            command(0, "全部相等", two, own, "import", second.toString(), "--passphrase-file", passphrase.toString());
            try (ServerProcess server = ServerProcess.start(two, own, "serve", "--port", "0")) {
                assertThat(board(signedIn(server.ready()))).isEqualTo(board);
            }
            command(1, "不是本机的钥匙", two, own, "journal", "verify", given.toString());
            command(0, "相符 · agrees", two, own, "journal", "verify", "--key", fingerprint(given), given.toString());
            Path none = Files.writeString(folder.resolve("none.txt"), "第 3 份\n");
            command(2, none + ":1: 不是链尾文件", two, own, "journal", "verify", none.toString());
        }
    }

    private void command(int code, String says, Path data, Map<String, String> environment, String... arguments)
            throws InterruptedException {
        String[] all = arguments;
        if (!arguments[0].equals("journal")) {
            all = new String[arguments.length + 1];
            all[0] = "district";
            System.arraycopy(arguments, 0, all, 1, arguments.length);
        }
        try (ServerProcess process = ServerProcess.start(data, environment, all)) {
            assertThat(process.exitCode()).as(process.said()).isEqualTo(code);
            assertThat(process.said()).contains(says).doesNotContain("Exception");
        }
    }

    /** The head of the day is given out by itself soon after the start. */
    private static Path given(Path heads) throws IOException, InterruptedException {
        for (int second = 0; second < 120; second++) {
            if (Files.isDirectory(heads)) {
                try (Stream<Path> files = Files.list(heads)) {
                    Optional<Path> whole = files.filter(file -> head(file).isPresent()).findFirst();
                    if (whole.isPresent()) {
                        return whole.get();
                    }
                }
            }
            Thread.sleep(1_000);
        }
        throw new AssertionError("no head was given out into " + heads);
    }

    private static Optional<HeadFile> head(Path file) {
        try {
            return HeadFile.read(Files.readString(file)) instanceof HeadFile.Whole whole
                    ? Optional.of(whole.file())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Path file) {
        return head(file).orElseThrow().fingerprint();
    }

    private static Visitor signedIn(String address) {
        Visitor visitor = new Visitor(address);
        Page page = visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]",
                Map.of("login", Moving.LOGIN, "password", Moving.PASSWORD));
        assertThat(page.status()).as(page.toString()).isEqualTo(303);
        return visitor;
    }

    private static byte[] board(Visitor visitor) {
        Page page = visitor.get(BOARD);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.text().lines().count()).isGreaterThan(10);
        return page.bytes();
    }

    private static void phoneOpens(Visitor visitor, Path archive) throws IOException {
        String row = Moving.text(Objects.requireNonNull(Moving.unpacked(archive).get("tables/staff.phone.csv")));
        Page page = visitor.get("/people/" + row.lines().skip(1).findFirst().orElseThrow().split(",")[1]);
        assertThat(page.text()).contains("199****7654");
        Page whole = visitor.submit(page, "form[action$=/phone/whole]", Map.of("purpose", "CALL"));
        assertThat(whole.text()).contains(Moving.PHONE);
    }
}

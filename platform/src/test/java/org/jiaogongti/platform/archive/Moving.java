package org.jiaogongti.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jiaogongti.platform.access.model.Passwords;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.seal.SealCipher;
import org.jiaogongti.platform.seal.SealSettings;
import org.jiaogongti.platform.seal.SealedColumn;
import org.jiaogongti.platform.seal.Seals;
import org.jiaogongti.platform.seal.SealsElsewhere;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.testing.TestCluster;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The sample district with a telephone number and a password, ready to be moved; and ways to spoil an archive. */
public final class Moving {

    public static final String DISTRICT = "330213";
    public static final String PHONE = "19901237654";
    public static final String LOGIN = "banjia";
    public static final String PASSWORD = "三江六岸九曲溪";

    private static final SealedColumn COLUMN = new SealedColumn("staff.phone", "phone");

    private Moving() {}

    public static char[] passphrase() {
        return "四明山下一条奉化江，向东流".toCharArray();
    }

    /** The sample world as an installation of its own. */
    public static ArchiveSite sample() throws SQLException {
        DatabaseAddress address = TestCluster.shared().sample();
        ArchiveSite site = site(address, TestCluster.files(address), TestCluster.sealingKey());
        inside(site, connection -> {
            UUID person = UUID.fromString(text(connection, "SELECT id FROM staff.person WHERE name = '示例教师21'"));
            Seals seals = SealsElsewhere.of(new SingleConnectionDataSource(connection, true), site.seal(), DISTRICT);
            run(connection, "INSERT INTO staff.phone (person, phone, phone_index) VALUES ('" + person + "', '"
                    + hex(seals.seal(COLUMN, person, PHONE)) + "', '" + hex(seals.index(COLUMN, PHONE)) + "')");
            UUID account = UUID.randomUUID();
            run(connection,
                    "INSERT INTO access.account (district, id, login, login_key, name, password_hash, created_at, "
                            + "created_by) VALUES ('" + DISTRICT + "', '" + account + "', '" + LOGIN + "', '" + LOGIN
                            + "', '示例搬家员', '" + new Passwords().encode(PASSWORD) + "', now(), '" + account + "')");
            run(connection, "INSERT INTO access.granted_role (district, id, account_id, role, granted_at, granted_by) "
                    + "VALUES ('" + DISTRICT + "', gen_random_uuid(), '" + account + "', 'BUREAU_CLERK', now(), '"
                    + account + "')");
            return account;
        });
        return site;
    }

    /** Every table, no row, a data folder and a sealing key of its own. */
    public static ArchiveSite empty(Path folder) {
        return site(TestCluster.shared().empty(), folder.resolve("files"), folder.resolve("sealing.key"));
    }

    private static ArchiveSite site(DatabaseAddress address, Path files, Path key) {
        return new ArchiveSite(address.url(), DatabaseAddress.OWNER, address.ownerPassword(), files,
                new SealSettings(key, SealCipher.AES));
    }

    public static Circumstances about() {
        return new Circumstances("test", "tester", BusinessClock.of(Clock.system(BusinessClock.ZONE),
                Optional.of(LocalDate.of(2024, 11, 20))), _ -> {});
    }

    public static Export.Written export(ArchiveSite site, Path to) throws IOException {
        return new Export(site, about()).write("", to, passphrase());
    }

    static Import.Taken take(ArchiveSite site, Path file) throws IOException {
        return new Import(site, about()).take(file, passphrase());
    }

    /** The telephone number of an installation, opened by its own key file. */
    static String phone(ArchiveSite site) throws SQLException {
        return inside(site, connection -> {
            UUID person = UUID.fromString(text(connection, "SELECT person FROM staff.phone"));
            byte[] sealed = HexFormat.of()
                    .parseHex(text(connection, "SELECT encode(phone, 'hex') FROM staff.phone"));
            return SealsElsewhere.of(new SingleConnectionDataSource(connection, true), site.seal(), DISTRICT)
                    .openText(COLUMN, person, sealed);
        });
    }

    /** Something done in a transaction of the district. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    static <T> T inside(ArchiveSite site, Work<T> work) throws SQLException {
        try (Connection connection = DriverManager.getConnection(site.url(), site.user(), site.password())) {
            connection.setAutoCommit(false);
            run(connection, "SELECT set_config('jgt.district', '" + DISTRICT + "', true)");
            T result = work.in(connection);
            connection.commit();
            return result;
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getString(1);
        }
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    /** Everything in an archive, by name; small as the sample world is. */
    public static Map<String, byte[]> unpacked(Path archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static Path packed(Map<String, byte[]> files, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return archive;
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

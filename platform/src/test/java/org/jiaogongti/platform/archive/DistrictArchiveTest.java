package org.jiaogongti.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiaogongti.platform.archive.Import.Compared;
import org.jiaogongti.platform.archive.Import.Taken;
import org.jiaogongti.platform.journal.Verification;
import org.jiaogongti.platform.journal.Verification.KeptHead;
import org.jiaogongti.platform.testing.Beside;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The whole sample district, moved between two databases with keys of their own; and everything that is refused. */
@Beside
final class DistrictArchiveTest {

    private static final List<Given> GIVEN = new ArrayList<>();

    @TempDir
    static Path kept = Path.of("");

    @TempDir
    Path folder = Path.of("");

    /** One export for all: it is only read. And one place that refuses, and so stays empty. */
    private record Given(ArchiveSite source, Path archive, Map<String, byte[]> files, Export.Written written,
            ArchiveSite unmoved) {}

    @BeforeAll
    static void export() throws IOException, SQLException {
        ArchiveSite source = Moving.sample();
        Path archive = kept.resolve("fenghua.zip");
        Export.Written written = Moving.export(source, archive);
        GIVEN.add(new Given(source, archive, Moving.unpacked(archive), written, Moving.empty(kept)));
    }

    @AfterAll
    static void forget() {
        GIVEN.clear();
    }

    private static ArchiveSite source() {
        return GIVEN.getFirst().source();
    }

    private static Path archive() {
        return GIVEN.getFirst().archive();
    }

    private static Map<String, byte[]> files() {
        return GIVEN.getFirst().files();
    }

    private static byte[] file(String name) {
        return Objects.requireNonNull(files().get(name), name);
    }

    private static Export.Written written() {
        return GIVEN.getFirst().written();
    }

    @Test
    void whatArrivesIsEqualAndOpensWithTheNewKeyAndMovesOnTheSame() throws IOException, SQLException {
        ArchiveSite target = Moving.empty(folder);
        Taken taken = Moving.take(target, archive());
        assertThat(taken.compared()).allMatch(Compared::equal).extracting(Compared::what)
                .contains("access.account", "activity.occasion", "obligation.progress", "evidence", "seal.data_key",
                        "journal");
        assertThat(rows(taken, "activity.occasion")).isGreaterThan(100);
        assertThat(rows(taken, "evidence")).isPositive();
        assertThat(Moving.phone(target)).isEqualTo(Moving.PHONE);
        assertThat(Files.readString(target.seal().keyFile()))
                .doesNotContain(lastKey(source()), lastKey(source()).substring(0, 8));
        journalGoesOn(target);

        Path again = folder.resolve("again.zip");
        Moving.export(target, again);
        Map<String, byte[]> second = Moving.unpacked(again);
        List<String> different = files().keySet().stream()
                .filter(name -> !Arrays.equals(file(name), second.get(name))).toList();
        assertThat(second.keySet()).isEqualTo(files().keySet());
        assertThat(different).as("the chain has grown by two lines, and all else is the same bytes")
                .containsExactlyInAnyOrder("tables/journal.entry.csv", "tables/journal.payload.csv",
                        "tables/journal.head.csv", "manifest.json", "keys.json");
        assertThat(Moving.text(second.getOrDefault("tables/journal.entry.csv", new byte[0])))
                .startsWith(Moving.text(file("tables/journal.entry.csv")));
    }

    private static long rows(Taken taken, String what) {
        return taken.compared().stream().filter(one -> one.what().equals(what)).mapToLong(Compared::targetRows).sum();
    }

    private static String lastKey(ArchiveSite site) throws IOException {
        return Files.readAllLines(site.seal().keyFile()).getLast();
    }

    private static void journalGoesOn(ArchiveSite target) throws SQLException {
        Manifest.Chain chain = written().manifest().journal();
        KeptHead head = new KeptHead(Moving.DISTRICT, chain.lines(), chain.sm3());
        Verification.Result result = Moving.inside(target,
                connection -> new Verification(new SingleConnectionDataSource(connection, true))
                        .verify(Moving.DISTRICT, List.of(head)));
        assertThat(result).isInstanceOfSatisfying(Verification.Sound.class,
                sound -> assertThat(sound.lines()).isEqualTo(chain.lines() + 1));
        assertThat(Moving.<String>inside(target, connection -> Moving.text(connection,
                "SELECT string_agg(action || ' ' || body, '; ' ORDER BY number) FROM (SELECT e.number, action, body "
                        + "FROM journal.entry e JOIN journal.payload p USING (district, number) "
                        + "ORDER BY number DESC LIMIT 2) AS last")))
                .contains("DistrictExportBegun").contains("jgt district export, tester").contains("DistrictImported")
                .contains(written().manifestSha256());
    }

    @Test
    void theArchiveIsItsOwnersOnlyAndNothingSealedIsReadableInIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive()))).isEqualTo("rw-------");
        assertThat(Export.half(archive())).doesNotExist();
        String digits = HexFormat.of().formatHex(Moving.PHONE.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            assertThat(Moving.text(file.getValue())).as(file.getKey()).doesNotContain(Moving.PHONE)
                    .doesNotContain(digits).doesNotContain(lastKey(source()).substring(9));
        }
        assertThat(files()).doesNotContainKeys("tables/seal.data_key.csv", "tables/access.api_token.csv",
                "tables/access.link.csv", "tables/lib.spring_session.csv");
        assertThat(written().manifest().leftOut()).extracting(Manifest.Left::table).contains("access.device",
                "api.webhook", "seal.data_key");
        assertThat(new ArrayList<>(files().keySet())).endsWith("manifest.json", "keys.json");
    }

    @Test
    void theSameDataGivesTheSameFiles() throws IOException {
        assertThat(Import.check(archive(), Moving.passphrase(), _ -> {}).manifestSha256())
                .isEqualTo(written().manifestSha256());
        assertThat(Import.check(archive(), new char[0], _ -> {}).manifest()).isEqualTo(written().manifest());
        Manifest.Table accounts = table("access.account");
        assertThat(accounts.columns().getFirst().name()).isEqualTo("district");
        assertThat(accounts.columns().stream().map(Manifest.Column::name).skip(2)).isSorted();
        assertThat(Moving.text(file("tables/access.district.csv"))).startsWith("code,")
                .contains("+00");
    }

    private static Manifest.Table table(String name) {
        return written().manifest().tables().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static void refused(Path file, char[] passphrase, String... words) throws IOException, SQLException {
        refused(GIVEN.getFirst().unmoved(), file, passphrase, words);
    }

    /** Refused in words, and the installation is as it was. */
    private static void refused(ArchiveSite target, Path file, char[] passphrase, String... words)
            throws IOException, SQLException {
        assertThatThrownBy(() -> new Import(target, Moving.about()).take(file, passphrase))
                .isInstanceOf(ArchiveRefused.class).hasMessageContainingAll(words);
        nothingIn(target);
    }

    private static void nothingIn(ArchiveSite target) throws IOException, SQLException {
        Moving.inside(target, connection -> {
            for (Manifest.Table table : written().manifest().tables()) {
                assertThat(Moving.text(connection, "SELECT count(*) FROM " + table.name())).as(table.name())
                        .isEqualTo("0");
            }
            return 1;
        });
        Path evidence = target.data().resolve("evidence").resolve(Moving.DISTRICT);
        assertThat(evidence).doesNotExist();
    }

    private Path spoiled(UnaryOperator<Map<String, byte[]>> how) throws IOException {
        return Moving.packed(how.apply(new LinkedHashMap<>(files())), folder.resolve("spoiled.zip"));
    }

    private static UnaryOperator<Map<String, byte[]>> replaced(String name, String from, String to) {
        return all -> {
            String text = Moving.text(all.getOrDefault(name, new byte[0]));
            assertThat(text).contains(from);
            all.put(name, text.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8));
            return all;
        };
    }

    @Test
    void anotherPassphraseOrAChangedManifestOpensNothing() throws IOException, SQLException {
        refused(archive(), "不是这一句话而是另一句".toCharArray(), "口令不对");
        refused(spoiled(replaced("manifest.json", "\"program\" : \"test\"", "\"program\" : \"other\"")),
                Moving.passphrase(), "清单被改动过");
    }

    @Test
    void aChangedMissingOrAddedFileIsNamed() throws IOException, SQLException {
        refused(spoiled(replaced("tables/staff.person.csv", "示例", "某某")), Moving.passphrase(),
                "tables/staff.person.csv", "哈希不符");
        refused(spoiled(replaced("tables/staff.person.csv", "\n", "\nmore,than,was,said\n")), Moving.passphrase(),
                "tables/staff.person.csv", "哈希不符");
        refused(spoiled(all -> {
            all.remove("tables/school.school.csv");
            return all;
        }), Moving.passphrase(), "tables/school.school.csv", "不在归档里");
        String picture = files().keySet().stream().filter(name -> name.startsWith("evidence/")).findFirst()
                .orElseThrow();
        refused(spoiled(all -> {
            all.put(picture, new byte[]{1, 2, 3});
            return all;
        }), Moving.passphrase(), picture, "哈希不符");
        refused(spoiled(all -> {
            all.remove(picture);
            return all;
        }), Moving.passphrase(), picture, "不在归档里");
        refused(spoiled(all -> {
            all.put("../../evidence/passwd", new byte[]{1});
            return all;
        }), Moving.passphrase(), "../../evidence/passwd", "清单里没有");
        assertThat(folder.resolveSibling("evidence")).doesNotExist();
    }

    @Test
    void anArchiveOfAnotherFormatOrCutOffIsRefused() throws IOException, SQLException {
        refused(spoiled(replaced("manifest.json", "\"formatVersion\" : 1", "\"formatVersion\" : 2")),
                Moving.passphrase(), "归档格式是 jiaogongti-district 2");
        byte[] whole = Files.readAllBytes(archive());
        Path cut = folder.resolve("cut.zip");
        for (int length : new int[]{0, 100, whole.length / 2, whole.length - 30}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Import.check(cut, new char[0], _ -> {})).as("%d bytes", length)
                    .isInstanceOfSatisfying(ArchiveRefused.class, refusal -> assertThat(refusal.isDamaged()).isTrue())
                    .hasMessageContaining("cut.zip 不完整");
        }
        refused(folder.resolve("nowhere.zip"), Moving.passphrase(), "没有这个文件");
    }

    @Test
    void bothSidesMustBeOfOneVersion() throws IOException, SQLException {
        ArchiveSite older = Moving.empty(folder);
        Moving.inside(older, connection -> {
            Moving.run(connection, "DELETE FROM lib.flyway_schema_history WHERE version = '0810'");
            return 1;
        });
        refused(older, archive(), Moving.passphrase(), "来自更新的版本（test）", "先把这里升级");
        ArchiveSite newer = Moving.empty(folder);
        Moving.inside(newer, connection -> {
            Moving.run(connection, "INSERT INTO lib.flyway_schema_history (installed_rank, version, description, type, "
                    + "script, installed_by, execution_time, success) VALUES (9999, '9999', 'x', 'SQL', 'x', 'x', 1, true)");
            return 1;
        });
        refused(newer, archive(), Moving.passphrase(), "来自更旧的版本（test）", "再导出一次");
        ArchiveSite odd = Moving.empty(folder);
        Moving.inside(odd, connection -> {
            Moving.run(connection, "ALTER TABLE school.subject ADD COLUMN colour text");
            return 1;
        });
        refused(odd, archive(), Moving.passphrase(), "school.subject");
    }

    @Test
    void aDistrictThatIsHereIsNeitherMergedNorReplaced() throws IOException {
        assertThatThrownBy(() -> Moving.take(source(), archive())).isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("已经有 330213");
        assertThatThrownBy(() -> Moving.export(source(), archive())).isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("文件已存在");
        Path to = folder.resolve("none.zip");
        assertThatThrownBy(() -> Moving.export(Moving.empty(folder), to)).isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("还没有区");
        assertThat(to).doesNotExist();
        assertThat(Export.half(to)).doesNotExist();
    }

    /** What a full disk, a lost connection or a kill does: the last table fails, or the folder of the files(). */
    @Test
    void aFailureInTheMiddleLeavesNothing() throws IOException, SQLException {
        ArchiveSite failing = Moving.empty(folder);
        Moving.inside(failing, connection -> {
            Moving.run(connection, "CREATE FUNCTION public.full() RETURNS trigger LANGUAGE plpgsql AS "
                    + "'BEGIN RAISE EXCEPTION ''no space left on device''; END'");
            Moving.run(connection, "CREATE TRIGGER full_disk BEFORE INSERT ON staff.title "
                    + "FOR EACH ROW EXECUTE FUNCTION public.full()");
            return 1;
        });
        assertThatThrownBy(() -> Moving.take(failing, archive()))
                .isInstanceOf(DataAccessResourceFailureException.class).hasMessageContaining("no space left");
        nothingIn(failing);
        ArchiveSite lossy = Moving.empty(folder);
        Moving.inside(lossy, connection -> {
            Moving.run(connection, "CREATE FUNCTION public.lose() RETURNS trigger LANGUAGE plpgsql AS "
                    + "'BEGIN NEW.topic := ''x''; RETURN NEW; END'");
            Moving.run(connection, "CREATE TRIGGER lose BEFORE INSERT ON activity.occasion "
                    + "FOR EACH ROW EXECUTE FUNCTION public.lose()");
            return 1;
        });
        Taken unequal = Moving.take(lossy, archive());
        assertThat(unequal.equal()).isFalse();
        assertThat(unequal.compared()).filteredOn(one -> !one.equal()).extracting(Compared::what)
                .containsExactly("activity.occasion");
        nothingIn(lossy);
        ArchiveSite full = Moving.empty(folder.resolve("full"));
        Files.createDirectories(full.data());
        Files.writeString(full.data().resolve("evidence"), "no folder");
        assertThatThrownBy(() -> Moving.take(full, archive())).isInstanceOf(IOException.class);
        Files.delete(full.data().resolve("evidence"));
        nothingIn(full);
        assertThat(Moving.take(full, archive()).equal()).as("the same target takes it once there is room").isTrue();
    }

    @Test
    void evidenceThatIsDamagedOrGoneStopsTheExport() throws IOException {
        Path evidence = source().data().resolve("evidence").resolve(Moving.DISTRICT);
        Path file;
        try (Stream<Path> tree = Files.walk(evidence)) {
            file = tree.filter(path -> path.getFileName().toString().matches("[0-9a-f]{64}")).sorted().findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        Path to = folder.resolve("damaged.zip");
        // Its name is a link to bytes that other tests use.
        Files.delete(file);
        assertThatThrownBy(() -> Moving.export(source(), to)).isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining(file.getFileName() + " 不见了");
        Files.write(file, new byte[]{1});
        assertThatThrownBy(() -> Moving.export(source(), to)).isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining(file.getFileName() + " 被改动过");
        Files.write(file, whole);
        assertThat(to).doesNotExist();
        assertThat(Export.half(to)).doesNotExist();
    }
}

package org.jiaogongti.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.ledger.model.SafeNames;
import org.jiaogongti.platform.ledger.model.ZipParts;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ledgers over HTTP: what the page says, what a file says, a whole folder from its order to its removal. */
@PlatformTest
final class LedgerPagesTest {

    private static final District DISTRICT = new District("330213");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Folders folders;
    private final FolderShelf shelf;

    LedgerPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions, Folders folders, FolderShelf shelf) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.folders = folders;
        this.shelf = shelf;
    }

    @AfterEach
    void takeOutWhatWasOrdered() {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> jdbc
                .sql("delete from ledger.folder where on_day = '2024-11-20' returning id").query(UUID.class).list()
                .forEach(shelf::remove)));
    }

    private List<String> journalled(String action, String wanted) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select p.body::text from journal.entry e join journal.payload p using (number)
                where e.action = :action and p.body::text like :wanted
                """).param("action", action).param("wanted", "%" + wanted + "%").query(String.class).list()));
    }

    @Test
    void theOfficeSeesItsOwnSchoolsLedgerWithTheClauseAndTheSum(Visitor visitor) {
        Page page = visitor.as("示例校长03").get("/ledgers?duty=Q21");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("select[name=school] option[selected]").text()).isEqualTo("居敬小学");
        assertThat(page.html().select("#ledger h2").text()).contains("三(");
        assertThat(page.html().select("#ledger").text()).contains("计入 9 节，目标 15", "示例教师03", "江口小学", "没有计入的记录");
        assertThat(page.html().select("#ledger blockquote mark").text()).isNotBlank();
        assertThat(page.html().select("#ledger .inst + table tbody tr")).hasSize(9);
        assertThat(visitor.as("示例技术员01").get("/ledgers").status()).isEqualTo(403);
    }

    @Test
    void aFileNamesPeopleOnlyForAPurposeWhichTheJournalKeeps(Visitor visitor) throws IOException {
        Visitor office = visitor.as("示例校长03");
        Page paper = office.get("/ledgers/export.docx?duty=Q21&purpose=INSPECTION");
        assertThat(paper.status()).isEqualTo(200);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(paper.bytes()));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            assertThat(text.getText()).contains("计入 9 节，目标 15", "示例教师03", "佐证清单");
        }
        assertThat(journalled("LedgerTaken", "INSPECTION")).isNotEmpty().last().asString().contains("docx", "Q21");
        Page book = office.get("/ledgers/export.xlsx?duty=Q21");
        try (ReadableWorkbook opened = new ReadableWorkbook(new ByteArrayInputStream(book.bytes()))) {
            List<Sheet> sheets = opened.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("汇总", "计入的记录", "没有计入的记录", "佐证清单");
            assertThat(sheets.get(1).read()).hasSize(10).allSatisfy(row -> assertThat(row.stream()).allSatisfy(
                    cell -> assertThat(cell.getType()).isIn(CellType.STRING, CellType.EMPTY)));
            assertThat(sheets.get(1).read().get(1).getCellText(7)).isEqualTo("教师 1 人");
        }
        assertThat(new String(book.bytes(), StandardCharsets.ISO_8859_1)).startsWith("PK");
        assertThat(office.get("/ledgers/export.csv?duty=Q21").text()).contains("教师 1 人").doesNotContain("示例教师03");
        assertThat(office.get("/ledgers/export.pdf").status()).as("no duty is no ledger").isEqualTo(404);
    }

    @Test
    void aFolderIsOrderedMadeFetchedAndGone(Visitor visitor, @TempDir Path place) throws IOException {
        Visitor office = visitor.as("示例校长03");
        Page done = made(office, Map.of("purpose", "INSPECTION"));
        String path = done.address().getPath();
        assertThat(done.text()).contains("可以下载", "保留到 2024-11-27");
        Page file = office.get(path + "/export.zip");
        assertThat(file.header("Content-Type")).isEqualTo("application/zip");
        assertThat(done.html().select("code.hash").text()).isEqualTo(sha256(file.bytes()));
        Path zip = place.resolve("folder.zip");
        Files.write(zip, file.bytes());
        check(zip);
        assertThat(journalled("FolderTaken", "INSPECTION")).isNotEmpty();
        assertThat(visitor.as("示例职员01").get(path).status()).as("the bureau sees it").isEqualTo(200);
        assertThat(visitor.as("示例校长18").get(path + "/export.zip").status()).as("another school").isEqualTo(404);
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> jdbc
                .sql("update ledger.folder set expires_on = '2024-11-19' where id = :id").param("id", id).update()));
        Path kept = Scope.call(DISTRICT, () -> shelf.file(id));
        assertThat(kept).exists();
        assertThat(Scope.call(DISTRICT, folders::expire)).contains(id);
        assertThat(kept).doesNotExist();
        assertThat(office.get(path).text()).contains("已清除");
        assertThat(office.get(path + "/export.zip").status()).isEqualTo(404);
    }

    private static Page made(Visitor person, Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(changes);
        Page ordered = person.submit(person.get("/ledgers?duty=Q21&duty=Q22"), "form[action=/ledgers/folders]", form);
        assertThat(ordered.status()).as(ordered.toString()).isEqualTo(303);
        String path = ordered.location().substring(ordered.location().indexOf("/ledgers/"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !person.get(path).text().contains("正在生成")
                && !person.get(path).text().contains("排队中"));
        return person.get(path);
    }

    /** Every entry reads to its end with its own sum, and has the hash that the manifest says. */
    private static void check(Path zip) throws IOException {
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            List<String> names = opened.stream().map(ZipEntry::getName).toList();
            assertThat(names).anyMatch(name -> name.matches("01 .*/台账.docx"))
                    .anyMatch(name -> name.matches("02 .*/台账.xlsx")).contains("00 目录.html", "00 目录.docx", "00 目录.xlsx")
                    .last().isEqualTo("sha256.txt");
            assertThat(names).filteredOn(name -> name.contains("/佐证/")).hasSizeGreaterThan(40)
                    .allMatch(name -> name.endsWith(".jpg"));
            assertThat(names).allMatch(name -> name.length() <= SafeNames.LONGEST_PATH)
                    .allMatch(name -> !name.matches(".*[<>:\"\\\\|?*].*")).doesNotHaveDuplicates();
            List<String> sums = new String(bytes(opened, "sha256.txt"), StandardCharsets.UTF_8).lines().toList();
            assertThat(sums).hasSize(names.size() - 1);
            for (String line : sums) {
                assertThat(line).isEqualTo(sha256(bytes(opened, line.substring(66))) + "  " + line.substring(66));
            }
            assertThat(new String(bytes(opened, "00 目录.html"), StandardCharsets.UTF_8)).contains("9 节", "%E4");
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }

    private static String sha256(byte[] bytes) {
        MessageDigest digest = ZipParts.sha256();
        return HexFormat.of().formatHex(digest.digest(bytes));
    }

    @Test
    void aFolderThatIsNotWantedAnyMoreEndsAndLeavesNothing(Visitor visitor) {
        Visitor office = visitor.as("示例校长03");
        UUID id = UUID.randomUUID();
        Scope.run(DISTRICT,
                () -> transaction.executeWithoutResult(_ -> jdbc
                        .sql("""
                                insert into ledger.folder (id, title, duties, term, width, community, school, purpose, small, language, account,
                                    name, on_day, at, state, total, beat_at, expires_on)
                                select :id, '示例', '{}', '2024-2025-1', 'TERM', '', '', 'FILES', false, 'ZH', a.id, '示例校长03',
                                    '2024-11-20', now(), 'RUNNING', 4, now(), '2024-11-27'
                                from access.account a join staff.person p on p.id = a.person_id where p.name = '示例校长03'
                                """)
                        .param("id", id).update()));
        String path = "/ledgers/folders/" + id;
        assertThat(office.get(path).header("Refresh")).isEqualTo("4");
        assertThat(Scope.call(DISTRICT, () -> folders.progress(id, new Folder.Made(1, 4, 3, 0, 9, null)))).isTrue();
        assertThat(office.get(path).text()).contains("已写好 1 / 4 条责任，放进佐证 3 件");
        assertThat(office.submit(office.get(path), "form[action$=/stop]", Map.of()).status()).isEqualTo(303);
        assertThat(Scope.call(DISTRICT, () -> folders.progress(id, new Folder.Made(2, 4, 5, 0, 9, null)))).isFalse();
        assertThat(Scope.call(DISTRICT, () -> folders.finish(id, new Folder.Made(4, 4, 5, 0, 9, "x")))).isFalse();
        assertThat(Scope.call(DISTRICT, () -> folders.claim(id))).isEmpty();
        Page stopped = office.get(path);
        assertThat(stopped.text()).contains("已停止，没有留下文件");
        assertThat(stopped.html().select("a[href$=export.zip]")).isEmpty();
    }
}

package org.jiaogongti.platform.intake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as bureaus send them, and files that are made to do harm. */
class TableReaderTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @TempDir
    private Path folder = Path.of("");

    private List<RawRow> rows(byte[] content) throws IOException, Unreadable {
        Path file = Files.write(folder.resolve("sent"), content);
        List<RawRow> rows = new ArrayList<>();
        TableReader.read(file, rows::add);
        return rows;
    }

    private String refusal(byte[] content) {
        return catchThrowableOfType(Unreadable.class, () -> rows(content)).problem().key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void separatedValuesInEveryUsualEncoding(String charset) throws Exception {
        String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
        byte[] file = (mark + "学校,人数\r\n\"江口, 小学\",\"说 \"\"好\"\"\"\r\n\r\n尚田,12\r\n")
                .getBytes(Charset.forName(charset));
        assertThat(rows(file)).extracting(RawRow::cells).containsExactly(List.of("学校", "人数"),
                List.of("江口, 小学", "说 \"好\""), List.of("尚田", "12"));
        assertThat(rows(file)).extracting(RawRow::number).containsExactly(1, 2, 4);
    }

    @Test
    void theByteOrderMarkIsNoPartOfTheFirstHeading() throws Exception {
        assertThat(rows("\uFEFF学校;人数\n江口;3".getBytes(StandardCharsets.UTF_8)).getFirst().cells())
                .containsExactly("学校", "人数");
    }

    @Test
    void pastedRowsHaveTabs() throws Exception {
        assertThat(rows("学校\t人数\n江口\t1,200".getBytes(StandardCharsets.UTF_8)).getLast().cells())
                .containsExactly("江口", "1,200");
    }

    @Test
    void aQuoteThatIsNeverClosedTakesNoRowsAway() throws Exception {
        byte[] file = "学校,人数\n\"江口,3\n尚田,4".getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(rows(file)).as("nothing but the heading may be read in silence").hasSize(2);
        } catch (Unreadable no) {
            assertThat(no.problem().key()).isEqualTo("intake.file.quotes");
        }
    }

    @Test
    void bytesOfNoEncodingAreRefused() {
        assertThat(refusal(new byte[]{'a', ',', (byte) 0xFF, (byte) 0x80, 0, 1, 'b'}))
                .isEqualTo("intake.file.encoding");
    }

    @Test
    void aWorkbookIsReadByItsValues() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("空");
            Worksheet sheet = workbook.newWorksheet("学校");
            sheet.value(0, 0, "全区学校一览表");
            sheet.range(0, 0, 0, 2).merge();
            sheet.value(1, 0, "学校名称*（必填）");
            sheet.value(1, 1, "日期");
            sheet.value(1, 2, "人数");
            sheet.value(2, 0, "江口小学");
            sheet.value(2, 1, java.time.LocalDate.of(2024, 9, 1));
            sheet.value(2, 2, 12);
            sheet.value(4, 0, "尚田小学");
            sheet.formula(4, 2, "1+1");
        }
        List<RawRow> rows = rows(out.toByteArray());
        assertThat(rows).extracting(RawRow::number).containsExactly(1, 2, 3, 5);
        assertThat(rows.get(2).cells()).containsExactly("江口小学", "45536", "12");
    }

    @Test
    void oldAndForeignFormatsAreNamed() {
        byte[] old = new byte[600];
        System.arraycopy(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        assertThat(refusal(old)).isEqualTo("intake.file.old-excel");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 300, name.length);
        assertThat(refusal(old)).isEqualTo("intake.file.password");
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo("intake.file.no-table");
        assertThat(refusal("<html><table>".getBytes(StandardCharsets.US_ASCII))).isEqualTo("intake.file.no-table");
        assertThat(refusal(new byte[0])).isEqualTo("intake.file.empty");
    }

    @Test
    void anArchiveThatIsNoWorkbookIsNone() throws Exception {
        assertThat(refusal(zip("readme.txt", "hello"))).isEqualTo("intake.file.no-table");
        byte[] whole = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo("intake.file.broken");
    }

    @Test
    void macrosEntitiesAndLinksAreNotOpened() throws Exception {
        String plain = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        assertThat(refusal(zip(parts(plain, "xl/vbaProject.bin", "x")))).isEqualTo("intake.file.macro");
        assertThat(refusal(zip(parts("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                + plain.substring(plain.indexOf("<worksheet")), "x.txt", "")))).isEqualTo("intake.file.entity");
        assertThat(refusal(zip(parts(plain, "xl/externalLinks/externalLink1.xml", "<a/>"))))
                .isEqualTo("intake.file.links");
        assertThat(refusal(zip(parts(plain, "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships><Relationship TargetMode=\"External\" Target=\"file:///c:/x\"/></Relationships>"))))
                .isEqualTo("intake.file.links");
    }

    /** 48 MB of spaces in one part: 1,000 to 1 when packed. */
    @Test
    void aBombIsRefusedBeforeItGoesOff() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] part : parts("", "x.txt", "")) {
                if (!part[0].equals(SHEET)) {
                    entry(zip, part[0], part[1]);
                }
            }
            zip.putNextEntry(new ZipEntry(SHEET));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 48; i++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(200_000);
        assertThat(refusal(out.toByteArray())).isEqualTo("intake.file.bomb");
    }

    /** A packed file inside is never unpacked: it is no part of a workbook. */
    @Test
    void anArchiveInAnArchiveStaysShut() throws Exception {
        byte[] inner = zip("a.txt", " ".repeat(4 << 20));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] part : parts(sheet("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>"), "x.txt", "")) {
                entry(zip, part[0], part[1]);
            }
            zip.putNextEntry(new ZipEntry("xl/media/inner.zip"));
            zip.write(inner);
            zip.closeEntry();
        }
        assertThat(rows(out.toByteArray()).getFirst().cells()).containsExactly("7");
    }

    @Test
    void entitiesThatMultiplyAreNotOpened() throws Exception {
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + sheet("<row r=\"1\"><c r=\"A1\"><v>&b;</v></c></row>").replaceFirst("<\\?xml[^>]*>", "");
        assertThat(refusal(zip(parts(laughs, "x.txt", "")))).isEqualTo("intake.file.entity");
    }

    /** A million cells, all formulas without a value: read as empty, or refused by their number; never computed. */
    @Test
    void aMillionFormulasAreNotComputed() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 10_000; row++) {
            rows.append("<row r=\"").append(row).append("\">").append("<c><f>1+1</f></c>".repeat(100)).append("</row>");
        }
        assertThat(refusalOrCells(workbook(rows.toString()))).isIn("0", "intake.file.bomb", "intake.file.empty",
                "intake.file.rows");
    }

    /** Each text once, seven signs long: within bounds, and the cells point at it. */
    @Test
    void aMillionSharedTextsAreBounded() throws Exception {
        StringBuilder texts = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
        for (int i = 0; i < 1_000_000; i++) {
            texts.append("<si><t>").append(i + 1_000_000).append("</t></si>");
        }
        List<String[]> parts = new ArrayList<>(parts(
                sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"), "xl/sharedStrings.xml",
                texts + "</sst>"));
        parts.set(0, new String[]{parts.get(0)[0], parts.get(0)[1].replace("</Types>",
                "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".spreadsheetml.sharedStrings+xml\"/></Types>")});
        byte[] file = zip(parts);
        assertThat(refusalOrCells(file)).isIn("1", "intake.file.bomb");
    }

    @Test
    void hiddenRowsAreRowsLikeOthers() throws Exception {
        assertThat(rows(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\">"
                + "<c r=\"A2\"><v>2</v></c></row>"))).extracting(RawRow::cells)
                .containsExactly(List.of("1"), List.of("2"));
    }

    private String refusalOrCells(byte[] content) throws IOException {
        try {
            return Long.toString(rows(content).stream().flatMap(row -> row.cells().stream())
                    .filter(cell -> !cell.isEmpty()).count());
        } catch (Unreadable no) {
            return no.problem().key();
        }
    }

    @Test
    void anArchiveOfManyPartsIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i <= Limits.ENTRIES; i++) {
                entry(zip, "a" + i, "");
            }
        }
        assertThat(refusal(out.toByteArray())).isEqualTo("intake.file.bomb");
    }

    /** The directory says ten bytes; the part holds more than that. */
    @Test
    void aDirectoryThatLiesAboutSizesHelpsNobody() throws Exception {
        byte[] file = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + " ".repeat(200_000));
        int at = directoryEntry(file, SHEET);
        file[at + 24] = 10;
        file[at + 25] = 0;
        file[at + 26] = 0;
        file[at + 27] = 0;
        try {
            assertThat(rows(file)).hasSizeLessThanOrEqualTo(1);
        } catch (Unreadable no) {
            assertThat(no.problem().key()).isIn("intake.file.bomb", "intake.file.broken", "intake.file.empty");
        }
    }

    @Test
    void tooManyColumnsNameTheirRow() throws Exception {
        byte[] wide = workbook("<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row>");
        Unreadable no = catchThrowableOfType(Unreadable.class, () -> rows(wide));
        assertThat(no.problem().key()).isEqualTo("intake.file.columns");
        assertThat(no.problem().words()).startsWith("3");
    }

    @Test
    void aRowNumberBeyondAllBoundsIsNoCrash() throws Exception {
        assertThat(refusal(workbook("<row r=\"4294967296\"><c r=\"A4294967296\"><v>1</v></c></row>")))
                .isEqualTo("intake.file.broken");
    }

    @Test
    void aThousandMergedCellsAreNotEvenLookedAt() throws Exception {
        StringBuilder merges = new StringBuilder("<mergeCells>");
        for (int i = 1; i <= 1_000; i++) {
            merges.append("<mergeCell ref=\"A").append(i).append(":XFD").append(i).append("\"/>");
        }
        String sheet = sheet("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>").replace("</worksheet>",
                merges + "</mergeCells></worksheet>");
        assertThat(rows(zip(parts(sheet, "x.txt", ""))).getFirst().cells()).containsExactly("7");
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(parts(sheet(rows), "x.txt", ""));
    }

    private static String sheet(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    private static List<String[]> parts(String sheet, String more, String text) {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/relationships";
        return List.of(new String[]{"[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" "
                        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName="
                        + "\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml"
                        + ".sheet.main+xml\"/></Types>"},
                new String[]{"_rels/.rels",
                        "<Relationships xmlns=\"" + packages + "\"><Relationship Id=\"rId1\" Type=\"" + relations
                                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                new String[]{"xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + relations
                                + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
                new String[]{"xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"" + packages + "\"><Relationship Id=\"rId1\" Type=\"" + relations
                                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                new String[]{SHEET, sheet}, new String[]{more, text});
    }

    private static byte[] zip(String name, String text) throws IOException {
        return zip(List.<String[]>of(new String[]{name, text}));
    }

    private static byte[] zip(List<String[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] part : parts) {
                entry(zip, part[0], part[1]);
            }
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        ((OutputStream) zip).write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Where the central directory's record of a part begins. */
    private static int directoryEntry(byte[] file, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + 46 + wanted.length <= file.length; at++) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 1 && file[at + 3] == 2
                    && java.util.Arrays.equals(file, at + 46, at + 46 + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("no part " + name);
    }
}

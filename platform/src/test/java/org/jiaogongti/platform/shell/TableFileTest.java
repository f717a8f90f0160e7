package org.jiaogongti.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file for a spreadsheet holds text and never a formula, whatever people call themselves. */
class TableFileTest {

    private static final List<String> NAMES = List.of("=1+1", "+86 138", "-示例教师", "@SUM(A1)", "\t=2", "\r=3", "𠮷野",
            "a,\"b\"\nc");
    private static final TableFile TABLE = new TableFile("名单[1]/2", List.of("=heads"),
            NAMES.stream().map(List::of).toList());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatBeginsLikeAFormulaStandsBehindAnApostropheInCsv() {
        List<String> lines = List.of("\uFEFF'=heads", "'=1+1", "'+86 138", "'-示例教师", "'@SUM(A1)", "'\t=2", "\"'\r=3\"",
                "𠮷野",
                "\"a,\"\"b\"\"\nc\"", "");
        assertThat(new String(TABLE.csv(), StandardCharsets.UTF_8)).isEqualTo(String.join("\r\n", lines));
    }

    @Test
    void whatWasGuardedIsReadAsItWas() {
        assertThat(NAMES).allSatisfy(name -> assertThat(TableText.unguarded(TableText.guarded(name))).isEqualTo(name));
        assertThat(TableText.unguarded("'s-Gravenhage")).isEqualTo("'s-Gravenhage");
    }

    /** By the parts of the file themselves: every cell is of type s, none holds a formula, and the texts are texts. */
    @Test
    void noCellOfTheWorkbookIsAFormula() throws IOException {
        Path file = folder.resolve("table.xlsx");
        Files.write(file, TABLE.xlsx());
        String sheet;
        String texts;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet = part(zip, "xl/worksheets/sheet1.xml");
            texts = part(zip, "xl/sharedStrings.xml");
        }
        assertThat(sheet).doesNotContain("<f>").doesNotContain("<f ");
        List<String> cells = Pattern.compile("<c [^>]*>").matcher(sheet).results().map(MatchResult::group).toList();
        assertThat(cells).hasSize(NAMES.size() + 1).allSatisfy(cell -> assertThat(cell).contains("t=\"s\""));
        assertThat(texts).contains("=1+1").contains("@SUM(A1)");
    }

    private static String part(ZipFile zip, String name) throws IOException {
        try (InputStream content = zip.getInputStream(Objects.requireNonNull(zip.getEntry(name)))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void itStaysTextInXlsx() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(TABLE.xlsx()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(NAMES.size() + 1);
            for (int i = 0; i < NAMES.size(); i++) {
                assertThat(rows.get(i + 1).getCell(0).getType()).isEqualTo(CellType.STRING);
                assertThat(rows.get(i + 1).getCellText(0)).isEqualTo(NAMES.get(i));
            }
        }
    }
}

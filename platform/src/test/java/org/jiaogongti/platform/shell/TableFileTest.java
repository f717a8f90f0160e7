package org.jiaogongti.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** A file for a spreadsheet holds text and never a formula, whatever people call themselves. */
class TableFileTest {

    private static final List<String> NAMES = List.of("=1+1", "+86 138", "-示例教师", "@SUM(A1)", "\t=2", "𠮷野",
            "a,\"b\"\nc");
    private static final TableFile TABLE = new TableFile("名单[1]/2", List.of("=heads"),
            NAMES.stream().map(List::of).toList());

    @Test
    void whatBeginsLikeAFormulaStandsBehindAnApostropheInCsv() {
        List<String> lines = List.of("\uFEFF'=heads", "'=1+1", "'+86 138", "'-示例教师", "'@SUM(A1)", "'\t=2", "𠮷野",
                "\"a,\"\"b\"\"\nc\"", "");
        assertThat(new String(TABLE.csv(), StandardCharsets.UTF_8)).isEqualTo(String.join("\r\n", lines));
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

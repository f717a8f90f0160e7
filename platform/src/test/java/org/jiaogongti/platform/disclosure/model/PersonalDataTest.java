package org.jiaogongti.platform.disclosure.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiaogongti.platform.disclosure.model.Paragraphs.Block;
import org.jiaogongti.platform.disclosure.model.PersonalData.Found;
import org.jiaogongti.platform.disclosure.model.PersonalData.Kind;
import org.jiaogongti.platform.evidence.FileKind;
import org.junit.jupiter.api.Test;

/** What is found in a text before it becomes public, and what is let through. */
class PersonalDataTest {

    private static final Set<String> NAMES = Set.of("王小明", "示例教师01");

    private static List<Found> read(String text, String... cleared) {
        PersonalData.Reader reader = new PersonalData.Reader(
                dense -> NAMES.stream().filter(dense::contains).collect(Collectors.toSet()), Set.of(cleared));
        reader.read("", text);
        return reader.found();
    }

    private static void finds(Kind kind, String... texts) {
        for (String text : texts) {
            assertThat(read(text)).as(text).singleElement().extracting(Found::kind).isEqualTo(kind);
        }
    }

    @Test
    void findsNumbersHoweverTheyAreWritten() {
        finds(Kind.MOBILE, "请打13800000000", "138 0000 0000", "138-0000-0000", "１３８００００００００", "电话:19912345678。");
        finds(Kind.LANDLINE, "0574-88888888", "010 6609 6114".replace("6609 6114", "66096114"));
        finds(Kind.IDENTITY, "身份证330283199001011234", "33028320000229123X", "33028319900101123x");
    }

    @Test
    void letsOtherNumbersPass() {
        assertThat(read("113302830029800655/2019-96908")).isEmpty();
        assertThat(read("奉教〔2019〕149号，2024-11-20，600,000 元，118628")).isEmpty();
        assertThat(read("12800000000 与 138000000001")).as("no mobile number begins or ends like this").isEmpty();
    }

    @Test
    void namesTheNameAndItsLine() {
        assertThat(read("各小学：\n由王 小　明带队，\n示例教师01上课")).containsExactlyInAnyOrder(new Found(Kind.NAME, "王小明", "", 2),
                new Found(Kind.NAME, "示例教师01", "", 3));
        assertThat(read("由王小明带队", "王小明")).isEmpty();
        assertThat(Kind.NAME.clearable()).isTrue();
        assertThat(Kind.IDENTITY.clearable()).isFalse();
    }

    @Test
    void readsTheWordsOfOfficeFilesAcrossTheirRuns() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    "<w:p><w:r><w:t>由王</w:t></w:r><w:r><w:t>小明带队</w:t></w:r></w:p><w:p><w:t>138</w:t><w:t>00000000</w:t></w:p>"
                            .getBytes(StandardCharsets.UTF_8));
        }
        String text = FileText.of(FileKind.DOCX, () -> new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(read(text)).extracting(Found::kind).containsExactly(Kind.NAME, Kind.MOBILE);
        assertThat(FileText.of(FileKind.PDF, () -> new ByteArrayInputStream(new byte[]{1}))).isEmpty();
    }

    @Test
    void setsHeadingsParagraphsAndTables() {
        assertThat(Paragraphs.of("各小学：\n一、组建\n（一）原则\n一、这是一句话。\n\n共同体\t得分\n甲\t91.2\n乙\n完"))
                .containsExactly(new Block.Paragraph("各小学：", true), new Block.Heading(2, "一、组建"),
                        new Block.Heading(3, "（一）原则"), new Block.Paragraph("一、这是一句话。", false),
                        new Block.Table(List.of("共同体", "得分"), List.of(List.of("甲", "91.2"))),
                        new Block.Paragraph("乙", false), new Block.Paragraph("完", false));
    }
}

package org.jiaogongti.platform.community.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.intake.Multipart;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The notice's attachment 1, out as page, tables and document, and in from a list that names people. */
@PlatformTest
class AnnexTest {

    private static final String TITLE = "共同体联络人、学科指导组组长名单";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AnnexTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private long count(String sql) {
        return Scope.call(new District("330213"),
                () -> transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single()));
    }

    @Test
    void thePageListsLiaisonsAndLeadersOfEveryCommunity(Visitor visitor) {
        Page page = OrganisationPagesTest.as(visitor, "示例教师03").get("/groups/attachment-1");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("h1").text()).isEqualTo(TITLE);
        assertThat(page.html().select("section.kc h2").eachText()).hasSize(5).startsWith("岳林小学教学共同体");
        assertThat(page.html().select("section.kc:has(h2:contains(居敬)) p").text())
                .isEqualTo("业务管理联络人：示例教研员03、示例教研员08。");
        assertThat(page.html().select("section.kc:has(h2:contains(居敬)) tr:contains(语文)").text()).contains("示例教师03",
                "居敬小学", "2019-10-15", "奉教研〔2019〕13号（示例）");
        assertThat(page.html().select("section.kc:has(h2:contains(锦屏)) tr:contains(科学)").text()).contains("尚未指派");
        assertThat(page.html().select("section.kc:has(h2:contains(锦屏)) tr:contains(美术)").text())
                .as("somebody leads, nobody says who appointed").contains("示例教师224 锦屏小学 尚未指派");
        assertThat(page.html().select("section.kc:has(h2:contains(龙津)) tr:contains(信息技术)").text()).contains("灵活");
        assertThat(page.html().select("section.kc:has(h2:contains(实验小学教学)) p").text())
                .isEqualTo("业务管理联络人：尚未配备。");
        assertThat(visitor.get("/groups").html().select("a[href=/groups/attachment-1]")).hasSize(1);
        Page before = visitor.get("/groups/attachment-1?on=2019-10-01");
        assertThat(before.html().select("tr:contains(语文)").eachText()).hasSize(5).allMatch(row -> row.contains("尚未指派"));
        SqlCount.of(() -> visitor.get("/groups/attachment-1")).assertSelects(8);
        assertThat(OrganisationPagesTest.as(visitor.another(), "示例技术员01").get("/groups/attachment-1/export.docx")
                .status()).isEqualTo(403);
    }

    @Test
    void theWordFileIsTheDocumentToBeStamped(Visitor visitor) throws IOException {
        Page file = OrganisationPagesTest.as(visitor, "示例职员01").get("/groups/attachment-1/export.docx");
        assertThat(file.status()).isEqualTo(200);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file.bytes()))) {
            List<String> said = word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertThat(said).startsWith("附件1", TITLE).contains("一、岳林小学教学共同体", "五、实验小学教学共同体",
                    "业务管理联络人：示例教研员03、示例教研员08。", "宁波市奉化区教育局", "2024年11月20日");
            assertThat(word.getTables()).hasSize(5);
            XWPFTable third = word.getTables().get(2);
            assertThat(third.getRows()).hasSize(10);
            assertThat(third.getRow(1).getTableCells().stream().map(cell -> cell.getText())).containsExactly("语文",
                    "示例教师03", "居敬小学", "示例教研员03 2019-10-15", "奉教研〔2019〕13号（示例）");
            assertThat(word.getTables().getFirst().getText()).as("a rare name survives").contains("示例教师𠮷");
        }
    }

    @Test
    void thePdfIsACopyAndSaysSo(Visitor visitor) throws IOException {
        Page file = OrganisationPagesTest.as(visitor, "示例职员01").get("/groups/attachment-1/export.pdf?on=2024-11-20");
        assertThat(file.header("Content-Type")).startsWith("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(file.bytes())) {
            String text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", "").replace('⻓', '长');
            assertThat(text).contains("副本", TITLE, "示例教师03", "示例教师〔U+20BB7〕");
        }
    }

    /** What is given out as a table is what the table of seats takes in: nothing is new, nothing changes. */
    @Test
    void theTableGivenOutComesInAgain(Visitor visitor) {
        OrganisationPagesTest.as(visitor, "示例管理员01");
        Page csv = visitor.get("/groups/attachment-1/export.csv");
        assertThat(csv.text().lines().toList()).hasSize(1 + 3 + 3 + 2 + 1 + 9 + 8 + 9 + 8);
        for (String format : List.of("csv", "xlsx")) {
            Page file = visitor.get("/groups/attachment-1/export." + format);
            Page upload = visitor.follow(new Multipart(visitor).send("seats", "附件1." + format, file.bytes()));
            assertThat(upload.html().select("td .st.late, td .st.done, td .st.going")).as(upload.text()).isEmpty();
            assertThat(upload.html().select("td .st.waived")).as(upload.text()).isNotEmpty();
        }
    }

    /** The bureau's own list has names and no numbers. */
    @Test
    void aListOfNamesComesInRowByRowAndIsTakenBack(Visitor visitor) {
        OrganisationPagesTest.as(visitor, "示例管理员01");
        String list = """
                共同体,身份,学科,姓名,学校,起始日期,指派人,文件
                实验,联络人,,示例教研员05,,2024.9.1,,奉教研〔2024〕2号（示例）
                实验小学教学共同体,组长,语文,示例校长05,实验小学,2024-09-01,示例教研员05,奉教研〔2024〕3号（示例）
                实验小学教学共同体,组长,语文,示例副校长05,实验小学,2024-10-01,示例教研员05,奉教研〔2024〕4号（示例）
                实验小学教学共同体,联络人,语文,示例教研员10,,2024-09-01,,
                实验小学教学共同体,联络人,,示例教研员99,,2024-09-01,,
                """;
        Page upload = visitor.follow(
                new Multipart(visitor).send("seats", "名单.csv", list.getBytes(StandardCharsets.UTF_8)));
        assertThat(upload.html().select("td .st.late")).as(upload.text()).hasSize(4);
        assertThat(upload.text()).contains("同时有两名组长", "联络人和领导小组的人不写学科", "没有找到“示例教研员99”");
        String right = list.lines().limit(3).reduce("", (text, line) -> text + line + "\n");
        long convenors = count("select count(*) from staff.posting where role = 'CONVENOR'");
        Page good = visitor.follow(
                new Multipart(visitor).send("seats", "名单.csv", right.getBytes(StandardCharsets.UTF_8)));
        assertThat(good.html().select("td .st.done")).as(good.text()).hasSize(2);
        Page done = visitor.follow(visitor.submit(good, "form[action$=/acceptance]", Map.of()));
        assertThat(visitor.get("/groups/attachment-1").html().select("section.kc:has(h2:contains(实验小学教学))").text())
                .contains("业务管理联络人：示例教研员05。", "示例校长05", "示例教研员05 2024-09-01", "奉教研〔2024〕3号（示例）");
        assertThat(count("select count(*) from staff.posting where role = 'CONVENOR'"))
                .as("the appointment gives the right").isEqualTo(convenors + 1);
        assertThat(visitor.submit(done, "form[action$=/withdrawal]", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get("/groups/attachment-1").html().select("section.kc:has(h2:contains(实验小学教学)) p").text())
                .isEqualTo("业务管理联络人：尚未配备。");
        assertThat(count("select count(*) from staff.posting where role = 'CONVENOR'")).isEqualTo(convenors);
    }
}

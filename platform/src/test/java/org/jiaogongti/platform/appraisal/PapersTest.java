package org.jiaogongti.platform.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.platform.appraisal.AppraisalPagesTest.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Documents about a year: what stands in them, and when there are none yet. */
@PlatformTest
final class PapersTest {

    private static String words(Page page) throws IOException {
        assertThat(page.status()).isEqualTo(200);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(page.bytes()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    @Test
    void decisionsNameVersionAndCheckCodeAndAddUp(Visitor visitor) throws IOException {
        Visitor leader = as(visitor, "示例领导01");
        String path = "/appraisals/2022-2023/";
        String code = leader.get(path + "versions").html().select("h2:contains(第 2 版)").parents().select("p.f")
                .getFirst()
                .text().replaceFirst(".*?([0-9A-F]{4}(-[0-9A-F]{4}){3}).*", "$1");
        String grants = words(leader.get(path + "grants/export.docx"));
        assertThat(grants).contains("500,000.00", code, "岳林小学教学共同体");
        assertThat(words(leader.get(path + "commendation/export.docx"))).contains("岳林小学教学共同体", code)
                .doesNotContain("锦屏小学教学共同体");
        assertThat(words(leader.get(path + "circular/export.docx"))).contains("没有低于通报线的共同体");
        String[] lines = leader.get(path + "grants/export.csv").text().strip().split("\r?\n");
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; i < lines.length - 1; i++) {
            sum = sum.add(new BigDecimal(lines[i].split(",")[2]));
        }
        assertThat(lines).hasSize(30);
        assertThat(sum).isEqualByComparingTo("500000").isEqualByComparingTo(lines[lines.length - 1].split(",")[2]);
    }

    @Test
    void thereIsNoDecisionAboutAYearThatIsNotDecided(Visitor visitor) throws IOException {
        Visitor leader = as(visitor, "示例领导01");
        assertThat(leader.get("/appraisals/2021-2022/grants/export.docx").status()).isEqualTo(404);
        String sheet = leader.get("/appraisals?year=2021-2022").html().select("main th a.n").getFirst().attr("href");
        assertThat(words(leader.get(sheet + "/export.docx"))).contains("评分表", "第 1 版");
        Page bundled = leader.get("/appraisals/2021-2022/bundled");
        assertThat(bundled.text()).contains("方案“基本”没有捆绑评价");
        assertThat(leader.get("/appraisals/2021-2022/bundled/export.docx").status()).isEqualTo(404);
    }

    /** Of the running calendar year, by the scheme that bundles. */
    @Test
    void theBundledEvaluationStandsByCommunityInTheNoticesOrder(Visitor visitor) throws IOException {
        Visitor leader = as(visitor, "示例领导01");
        Page page = leader.get("/appraisals/2024/bundled");
        assertThat(page.html().select("section h2").eachText()).startsWith("岳林小学教学共同体", "龙津实验学校教学共同体");
        assertThat(page.html().select("section tbody tr")).hasSize(28);
        assertThat(words(leader.get("/appraisals/2024/bundled/export.docx"))).contains("办学水平督导评估", "试算");
        Page principal = as(visitor, "示例校长03").get("/appraisals/2024/bundled");
        assertThat(principal.html().select("section tbody tr")).hasSize(5);
    }
}

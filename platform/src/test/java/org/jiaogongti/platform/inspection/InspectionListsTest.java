package org.jiaogongti.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Lists narrowed to a school, and what is found against a clause from which no duty comes. */
@PlatformTest
final class InspectionListsTest {

    private static final String MARK = "测试条款问题";

    private final String url;

    InspectionListsTest(@Value("${jgt.database.url}") String url) {
        this.url = url;
    }

    @AfterEach
    void takeOut() {
        TestCluster.shared().remove(url, List.of("delete from inspection.finding where words like '" + MARK + "%'"));
    }

    private static String school(Page page, String name) {
        return page.html().select("select[name=school] option:contains(" + name + ")").getFirst().val();
    }

    @Test
    void samplesAndProceedingsAreNarrowedToASchool(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        for (String list : List.of("/inspections/samples", "/inspections/proceedings")) {
            Page all = clerk.get(list);
            assertThat(all.html().select("tbody tr")).as(list).isNotEmpty();
            assertThat(clerk.get(list + "?school=" + school(all, "向阳学校")).text()).contains("换一个条件再看");
        }
        Page all = clerk.get("/inspections/proceedings");
        String jinping = school(all, "锦屏小学");
        Page own = clerk.get("/inspections/proceedings?school=" + jinping);
        assertThat(own.html().select("tbody tr")).isNotEmpty()
                .allSatisfy(row -> assertThat(row.text()).contains("锦屏小学", "锦屏小学教学共同体"));
        assertThat(own.html().select("nav.seg:has(a[href*=NOW]) a").eachAttr("href")).allSatisfy(
                each -> assertThat(each).contains("school=" + jinping));
        assertThat(clerk.get(own.html().select("a[href*=export.csv]").attr("href")).text()).contains("锦屏小学教学共同体")
                .doesNotContain("方桥小学");
        assertThat(clerk.get(own.html().select("tbody a.n").getFirst().attr("href")).text()).contains("锦屏小学教学共同体");
    }

    /** 五(三)1 asks nothing of a school that could be counted, and still may be what a finding rests on. */
    @Test
    void aFindingMayRestOnAClauseWithoutADuty(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        Page form = clerk.get("/inspections/findings/new");
        assertThat(form.html().select("optgroup:last-of-type option").eachAttr("value")).contains("五(三)1")
                .doesNotContain("三(三)4", "五", "五(三)");
        Page sent = clerk.submit(form, "form[action=/inspections/findings]", Map.of("school", school(form, "方桥小学"),
                "duty", "五(三)1", "words", MARK));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(clerk.get(sent.location()).html().select("a.cl").eachText()).contains("五(三)1");
        assertThat(clerk.submit(form, "form[action=/inspections/findings]", Map.of("school", school(form, "方桥小学"),
                "duty", "九(九)9", "words", MARK)).status()).isEqualTo(422);
    }
}

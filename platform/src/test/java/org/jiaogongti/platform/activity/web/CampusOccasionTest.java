package org.jiaogongti.platform.activity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What was held at a 完小 or teaching point, on the sample world: entered, shown, pasted, read both ways, taken back. */
@PlatformTest
class CampusOccasionTest {

    private static final String POINT = "示例西岭完小";
    private static final String CENTRAL = "溪口镇校";
    private static final String ROWS = "日期\t学校\t校区\t类型\t带队学校\t身份\n" + "2024-11-18\t" + POINT
            + "\t\t到校指导管理\t实验小学\t校长\n" + "2024-11-18\t莼湖小学\t示例北塘校区\t到校指导管理\t实验小学\t校长\n"
            + "2024-11-18\t莼湖小学\t" + POINT + "\t到校指导管理\t实验小学\t校长";

    private static Visitor clerk(Visitor visitor) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(示例职员01)").val();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return visitor;
    }

    private static String value(Page form, String select, String text) {
        return form.html().select("select#" + select + " option").stream()
                .filter(option -> option.text().contains(text)).map(Element::val).findFirst().orElseThrow();
    }

    private static Map<String, String> visit(Page form, String host) {
        return Map.of("host", host, "leader", value(form, "leader", "实验小学（牵头校）"), "leaderRank", "PRINCIPAL",
                "people", "示例校长99", "mainKind", "guidance-visit", "topic", "到完小看常规管理");
    }

    @Test
    void aVisitAtAPointIsEnteredThereAndCountsForItsCentralSchoolUntilTheBureauReadsItOtherwise(Visitor visitor) {
        clerk(visitor);
        String lead = value(visitor.get("/activities/new"), "leader", "实验小学（牵头校）");
        Page form = visitor.get("/activities/new?school=" + lead);
        String point = value(form, "host", POINT);
        assertThat(point).isEqualTo(value(form, "host", CENTRAL) + "/" + POINT);

        Page unknown = visitor.submit(form, "form#record",
                visit(form, value(form, "host", CENTRAL) + "/没有的教学点"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.html().select("#host-error").text()).contains(CENTRAL, "没有的教学点", "校区、完小和教学点");

        Page saved = visitor.follow(visitor.submit(form, "form#record", visit(form, point)));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.html().select("table.tb").text()).contains(CENTRAL + " · " + POINT);
        assertThat(saved.html().select("section.live").text()).as("it counts for the central school")
                .contains("溪口").doesNotContain(POINT);
        String again = visitor.get("/activities?q=" + encoded(POINT)).text();
        assertThat(again).contains("到完小看常规管理", CENTRAL + " · " + POINT);
        Page edit = visitor.get(saved.html().select("a[href$=/edit]").attr("href"));
        assertThat(edit.html().select("select#host option[selected]").val()).isEqualTo(point);

        String trial = "/charter/what-if?part=" + encoded("三(一)") + "&duty=Q05&against=2024-2025-1";
        assertThat(visitor.get(trial + "&reading=" + encoded("A16/各自承担")).text())
                .as("read the other way, the point is owed visits of its own").contains("· " + POINT);
        assertThat(visitor.get(trial).text()).doesNotContain("· " + POINT).contains("完小和教学点", "各自承担");

        assertThat(visitor.submit(saved, "form[action$=/withdrawal]", Map.of()).status()).isEqualTo(303);
    }

    @Test
    void aPastedRowNamesThePointAloneOrInAColumnOfItsOwn(Visitor visitor) {
        clerk(visitor);
        Page batch = visitor.get("/activities/batch");
        Page looked = visitor.post("/activities/batch/preview", Map.of("_csrf",
                batch.html().select("input[name=_csrf]").val(), "school",
                batch.html().select("select#school option").stream()
                        .filter(option -> option.text().equals("实验小学")).map(Element::val).findFirst().orElseThrow(),
                "rows", ROWS));
        assertThat(looked.html().select("tbody tr").eachText()).satisfiesExactly(
                row -> assertThat(row).contains(CENTRAL + " · " + POINT, "可以存"),
                row -> assertThat(row).contains("莼湖小学 · 示例北塘校区", "可以存"),
                row -> assertThat(row).contains("有问题", "莼湖小学", POINT));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

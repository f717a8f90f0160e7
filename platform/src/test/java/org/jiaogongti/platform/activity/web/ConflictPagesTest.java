package org.jiaogongti.platform.activity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Two people change one occasion: both sides on the page, each matter chosen, all of it without script. */
@PlatformTest
class ConflictPagesTest {

    private static Visitor signedIn(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + name + ")").val();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return visitor;
    }

    private static String host(Page form) {
        return form.html().select("select#host option").stream().filter(option -> option.text().contains("育才学校"))
                .map(Element::val).findFirst().orElseThrow();
    }

    @Test
    void bothSidesAreShownAndTheChosenOneIsSaved(Visitor visitor) {
        Visitor teacher = signedIn(visitor, "示例教师03");
        Visitor principal = signedIn(visitor.another(), "示例校长03");
        Page form = teacher.get("/activities/new");
        Page saved = teacher.follow(teacher.submit(form, "form#record",
                Map.of("date", "2024-11-06", "host", host(form), "people", "示例教师03", "leaderRank", "BACKBONE",
                        "leader", form.html().select("input[name=school]").val(), "mainKind", "demonstration-lesson",
                        "subject", "数学", "grades", "五", "topic", "两个人改的一课")));
        assertThat(saved.status()).as(saved.html().select("[role=alert]").text()).isEqualTo(200);
        String occasion = saved.html().select("[data-recorded]").attr("data-recorded");
        String edit = "/activities/" + occasion + "/edit";

        Page mine = teacher.get(edit);
        Page theirs = principal.get(edit);
        assertThat(principal.submit(theirs, "form#record", Map.of("topic", "校长的课题", "className", "五年级2班")).status())
                .isEqualTo(303);
        Page conflict = teacher.submit(mine, "form#record", Map.of("topic", "老师的课题"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html().select("#conflict legend").eachText()).containsExactly("学科、年级、班", "课题或主题");
        assertThat(conflict.html().select("#conflict").text()).contains("示例校长03", "五年级2班", "校长的课题", "老师的课题");
        assertThat(conflict.html().select("#conflict input[checked]")).as("nobody chooses but the person").isEmpty();

        Map<String, String> chosen = new LinkedHashMap<>(
                Map.of("take_SUBJECT", "theirs", "take_TOPIC", "mine", "topic", "老师的课题，又改过"));
        Page late = principal.submit(principal.get(edit), "form#record", Map.of("people", "示例教师03、别的老师"));
        assertThat(late.status()).isEqualTo(303);
        Page again = teacher.submit(conflict, "form#record", chosen);
        assertThat(again.status()).as("changed once more while choosing").isEqualTo(409);
        assertThat(again.html().select("#conflict legend").eachText()).contains("谁去的");

        chosen.put("take_PEOPLE", "theirs");
        assertThat(teacher.submit(again, "form#record", chosen).status()).isEqualTo(303);
        Page settled = teacher.get("/activities/" + occasion);
        assertThat(settled.html().select("table.tb").text()).contains("五年级2班", "老师的课题，又改过", "别的老师")
                .doesNotContain("校长的课题");

        Page twice = teacher.submit(again, "form#record", chosen);
        assertThat(List.of(twice.status(), twice.location()))
                .as("sent again, its answer lost: no conflict with oneself")
                .containsExactly(303, "/activities/" + occasion);
        assertThat(teacher.submit(settled, "form[action$=/withdrawal]", Map.of()).status()).isEqualTo(303);
    }
}

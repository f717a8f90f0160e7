package org.jiaogongti.platform.activity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An occasion from plan to minutes over HTTP, as the sample world's people meet it. */
@PlatformTest
class LifePagesTest {

    private static final District DISTRICT = new District("330213");

    private final Activities activities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UUID lead;

    LifePagesTest(Activities activities, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.activities = activities;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.lead = in(() -> transaction.execute(_ -> jdbc.sql("SELECT id FROM school.school WHERE name = '育才学校'")
                .query(UUID.class).single()));
    }

    private static <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scope.call(DISTRICT, work);
    }

    private Actor clerk() {
        return new Actor(new UUID(9, 9), null, "示例教务", Set.of(Posting.atSchool(Role.SCHOOL_CLERK, lead)));
    }

    private UUID recorded(String date, String topic) {
        Outcome outcome = in(() -> activities.record(clerk(), new OccasionEntry(UUID.randomUUID(), lead.toString(),
                date, "", lead.toString(), lead.toString(), "BACKBONE", "示例教师05", "research-activity",
                Map.of("research-activity", "1"), "语文", List.of("五"), "", topic,
                Map.of(lead.toString(), "5"), "no"), List.of()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private void takeBack(UUID id) {
        int version = in(() -> transaction.execute(_ -> jdbc
                .sql("SELECT version FROM activity.occasion WHERE id = :id").param("id", id).query(Integer.class)
                .single()));
        assertThat(in(() -> activities.withdraw(clerk(), id, version, "测试完了"))).isInstanceOf(Outcome.Done.class);
        in(() -> transaction.execute(_ -> jdbc.sql("DELETE FROM reminder.reminder WHERE news AND matter = :id")
                .param("id", id.toString()).update()));
    }

    @Test
    void plannedAnnouncedSignedUpForMovedAndCalledOff(Visitor visitor) {
        UUID id = recorded("2024-12-18", "光和影子的实验");
        String at = "/activities/" + id;
        Visitor office = visitor.as("示例教务05");
        Visitor teacher = visitor.as("示例教师01");
        assertThat(teacher.get(at).html().select("form[action$=/sign-up]")).isEmpty();
        Page form = office.get(at + "/announcement");
        assertThat(form.html().select("input[name=entry][value=OPEN]").hasAttr("checked")).isTrue();
        Page bad = office.submit(form, "form[action$=/announcement]", Map.of("places", "很多", "until", "2025-01-01"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.html().select("#places-error").text()).contains("整数");
        assertThat(bad.html().select("#until-error").text()).contains("2024-12-18");
        assertThat(bad.html().select("#places").val()).isEqualTo("很多");
        assertThat(office.submit(form, "form[action$=/announcement]", Map.of("places", "1", "words", "带放大镜"))
                .status()).isEqualTo(303);
        Page shown = teacher.get(at);
        assertThat(shown.html().select("#announced").text()).contains("开放报名").contains("名额 1，还有 1").contains("带放大镜");
        assertThat(shown.html().select(".life").text()).contains("公布").contains("举办");
        assertThat(teacher.submit(shown, "form[action$=/sign-up]", Map.of()).status()).isEqualTo(303);
        assertThat(teacher.get(at).html().select("#announced").text()).contains("你在名单上").contains("报名");
        assertThat(office.get(at + "/invitees").html().select("tbody tr").text()).contains("示例教师01").contains("报名");
        assertThat(office.get(at + "/invitees/export.csv").text()).contains("示例教师01");
        Page moving = office.get(at + "/moving");
        Page wordless = office.submit(moving, "form[action$=/moving]", Map.of("date", "2024-12-19"));
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.html().select("#reason-error").text()).contains("没有写为什么改");
        assertThat(office.submit(moving, "form[action$=/moving]",
                Map.of("date", "2024-12-19", "reason", "器材还没有到")).status()).isEqualTo(303);
        Page announced = teacher.get("/activities/announced");
        assertThat(announced.html().select("#mine [data-offer]:contains(光和影子的实验)").text()).contains("改期")
                .contains("器材还没有到");
        assertThat(teacher.get("/messages?show=new").html().select(".li:contains(光和影子的实验)").text())
                .contains("改期了，原定 2024-12-18", "器材还没有到");
        assertThat(teacher.get("/agenda?view=day&day=2024-12-19").html().select(".ag-e:contains(光和影子的实验)").text())
                .contains("改期", "原定 12月18日", "已报名");
        assertThat(teacher.get(at).html().select("#moved").text()).contains("12月18日").contains("12月19日");
        Page page = office.get(at);
        assertThat(office.submit(page, "form[action$=/cancellation]", Map.of("reason", "改在下学期")).status())
                .isEqualTo(303);
        assertThat(teacher.get("/activities/announced").html().select("#mine [data-offer]:contains(光和影子的实验)").text())
                .contains("取消");
        assertThat(teacher.get("/messages?show=new").html().select(".li:contains(光和影子的实验)")).singleElement()
                .satisfies(told -> assertThat(told.text()).contains("取消了，不用去", "改在下学期"));
        assertThat(teacher.get(at).html().select(".life").text()).contains("取消");
        Page refused = teacher.submit(announced, "form[action='" + at + "/sign-off']", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        takeBack(id);
    }

    @Test
    void theSchoolsPageMarksWhatMovedAndNamesWhatLeftTheWeek(Visitor visitor) {
        UUID within = recorded("2024-11-21", "水的三态");
        UUID away = recorded("2024-11-22", "浮与沉");
        Visitor office = visitor.as("示例教务05");
        for (Map.Entry<UUID, String> each : Map.of(within, "2024-11-22", away, "2024-12-19").entrySet()) {
            assertThat(office.submit(office.get("/activities/" + each.getKey() + "/moving"), "form[action$=/moving]",
                    Map.of("date", each.getValue(), "reason", "礼堂在修")).status()).isEqualTo(303);
        }
        Page home = office.open("/schools/" + lead);
        assertThat(home.html().select(".li:contains(水的三态)").text()).contains("改期", "11月21日", "礼堂在修");
        assertThat(home.html().select(".li:contains(浮与沉)").text()).contains("12-19", "改期", "11月22日");
        takeBack(within);
        takeBack(away);
    }

    @Test
    void minutesKeepEveryTextAndAreFoundByTheirWords(Visitor visitor) {
        UUID id = recorded("2024-11-19", "小孔成像");
        String at = "/activities/" + id;
        Visitor office = visitor.as("示例教务05");
        assertThat(office.get(at).html().select("#minutes").text()).contains("还没有写");
        Page form = office.get(at + "/minutes");
        assertThat(office.submit(form, "form[action$=/minutes]", Map.of("text", " ")).status()).isEqualTo(422);
        assertThat(office.submit(form, "form[action$=/minutes]", Map.of("text", "议题：暗箱怎么做\n定了：用鞋盒")).status())
                .isEqualTo(303);
        Page behind = office.submit(form, "form[action$=/minutes]", Map.of("text", "别的"));
        assertThat(behind.status()).as("somebody else wrote meanwhile").isEqualTo(409);
        assertThat(behind.html().select("textarea").text()).isEqualTo("别的");
        Page written = office.get(at);
        assertThat(written.html().select("#minutes").text()).contains("用鞋盒").contains("第 1 稿");
        assertThat(office.submit(written, "form[action$=/minutes/closing]", Map.of()).status()).isEqualTo(303);
        Page correcting = office.get(at + "/minutes");
        Page unexplained = office.submit(correcting, "form[action$=/minutes]", Map.of("text", "定了：用奶粉罐"));
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.html().select("#correction-error").text()).contains("更正");
        assertThat(office.submit(correcting, "form[action$=/minutes]",
                Map.of("text", "定了：用奶粉罐", "correction", "材料写错了")).status()).isEqualTo(303);
        Page corrected = visitor.as("示例教师01").get(at);
        assertThat(corrected.html().select("#minutes").text()).contains("用奶粉罐").contains("更正：材料写错了").contains("用鞋盒");
        assertThat(corrected.html().select("#minutes a, #minutes form")).isEmpty();
        assertThat(office.get("/search?q=奶粉罐").html().select(".hits li:contains(小孔成像)").text())
                .contains("会议记录里有：定了：用奶粉罐");
        assertThat(office.get("/search?q=小孔成像").html().select(".hits li:contains(小孔成像)").text())
                .doesNotContain("会议记录");
        assertThat(office.get("/activities?q=奶粉罐&term=all").html().select("a[href='" + at + "']")).isNotEmpty();
        takeBack(id);
    }
}

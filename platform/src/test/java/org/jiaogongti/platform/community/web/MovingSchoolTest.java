package org.jiaogongti.platform.community.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A school that changes community in the middle of a round, on the sample world; every move is taken back. */
@PlatformTest
class MovingSchoolTest {

    private static final String TERM = "2024-2025-1";
    private static final String MOVED = "2024-09-02";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MovingSchoolTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Every instance with its terms and its sum, by its key. */
    private Map<String, String> instances() {
        return Scope.call(new District("330213"), () -> transaction.execute(_ -> {
            Map<String, String> rows = new TreeMap<>();
            jdbc.sql("""
                    select concat_ws(' ', period, duty, bearer, counterpart) as key,
                        concat_ws(' ', community, target, first_day, last_day, exists_from, counted, planned, disputed,
                            coalesce(waiver::text, '-')) as stands
                    from obligation.progress
                    """).query(row -> {
                rows.put(row.getString("key"), row.getString("stands"));
            });
            return rows;
        }));
    }

    private long records(String table) {
        return Scope.call(new District("330213"), () -> transaction
                .execute(_ -> jdbc.sql("select count(*) from " + table).query(Long.class).single()));
    }

    private static String id(Visitor visitor, String selector) {
        return visitor.get("/organisation").html().select(selector).attr("href").replaceFirst(".*/", "");
    }

    private static String community(Visitor visitor, String school, String name) {
        return visitor.get("/organisation/schools/" + school + "/move").html()
                .select("select[name=community] option:contains(" + name + ")").val();
    }

    @Test
    void aSchoolMovedInTheMiddleOfARoundKeepsItsHistory(Visitor visitor) {
        OrganisationPagesTest.as(visitor, "局管理员");
        String school = id(visitor, "table.tb a:contains(班溪小学)");
        String target = community(visitor, school, "居敬小学");
        Map<String, String> before = instances();
        long lines = records("journal.entry");

        Page preview = visitor
                .get("/organisation/schools/" + school + "/move?community=" + target + "&role=MEMBER&from="
                        + MOVED);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(instances()).as("looking changes nothing").isEqualTo(before);
        List<String> foreseen = preview.html().select("#foreseen table.lines tbody tr").eachText();
        assertThat(foreseen).isNotEmpty().anyMatch(line -> line.startsWith("新增") && line.contains("居敬"))
                .anyMatch(line -> line.startsWith("取消") && line.contains("实验"))
                .allMatch(line -> line.contains("2024-2025-"));

        Page done = visitor.submit(preview, "form[action$=/memberships]", Map.of());
        assertThat(done.location()).isEqualTo("/organisation/schools/" + school);
        assertThat(records("journal.entry")).as("one line in the journal").isEqualTo(lines + 1);
        Map<String, String> after = instances();
        assertThat(after).isNotEqualTo(before);
        Map<String, String> earlier = new TreeMap<>(before);
        earlier.keySet().removeIf(key -> key.startsWith(TERM) || key.startsWith("2024-2025-2"));
        assertThat(after).as("what began before the day stays as it was").containsAllEntriesOf(earlier);
        long differing = before.keySet().stream().filter(key -> !after.containsKey(key)).count()
                + after.entrySet().stream().filter(each -> !each.getValue().equals(before.get(each.getKey()))).count();
        assertThat(differing).as("what was foreseen, and counts of records judged again")
                .isGreaterThanOrEqualTo(foreseen.size());

        Page history = visitor.get("/organisation/schools/" + school);
        assertThat(history.html().text()).contains("居敬小学教学共同体 成员校 " + MOVED + " 起",
                "实验小学教学共同体 成员校 2019-09-01 至 2024-09-01");
        assertThat(community(visitor.get("/organisation"))).isEqualTo("居敬小学教学共同体");
        assertThat(community(visitor.get("/organisation?on=2024-09-01"))).isEqualTo("实验小学教学共同体");
        assertThat(visitor.get("/organisation").html().select("#coverage").text()).contains("31 所学校中有 30 所恰属一个共同体");
        assertThat(visitor.get("/schools/" + school).html().text()).contains("居敬小学教学共同体");
        assertThat(visitor.get("/board").status()).isEqualTo(200);

        Page again = visitor.submit(preview, "form[action$=/memberships]", Map.of());
        assertThat(again.status()).as("a second press does nothing").isEqualTo(422);
        String withdrawal = history.html().select("form[action$=/withdrawal]").attr("action");
        assertThat(visitor.submit(history, "form[action=" + withdrawal + "]", Map.of("reason", "示例")).status())
                .isEqualTo(303);
        assertThat(instances()).as("taken back, everything stands as before").isEqualTo(before);
        assertThat(visitor.get("/organisation/schools/" + school).html().text()).contains("实验小学教学共同体 成员校 2019-09-01 起");
    }

    private static String community(Page organisation) {
        return organisation.html().select("section.kc:has(td:contains(班溪小学)) h2").text();
    }

    @Test
    void aMoveThatCannotBeIsRefusedInWords(Visitor visitor) {
        OrganisationPagesTest.as(visitor, "局管理员");
        String school = id(visitor, "table.tb a:contains(班溪小学)");
        String home = "/organisation/schools/" + school + "/move?from=2024-12-01&role=";
        assertThat(visitor.get(home + "LEAD&community=" + community(visitor, school, "居敬小学")).text())
                .contains("已有牵头校");
        assertThat(visitor.get(home + "MEMBER&community=" + community(visitor, school, "实验小学教学")).text())
                .contains("没有可改的");
        assertThat(visitor.get(home + "MEMBER&community=0199aaaa-0000-7000-8000-00000000dead").text()).contains("没有找到");
        assertThat(visitor.get("/organisation/schools/" + school + "/move?role=MEMBER&from=2019-09-01&community="
                + community(visitor, school, "居敬小学")).text()).contains("另有归属");
        Page form = visitor.get("/organisation/schools/" + school);
        Map<String, String> token = Map.of("_csrf", form.html().select("input[name=_csrf]").val(), "reason", "示例");
        assertThat(
                visitor.post("/organisation/schools/" + school + "/memberships/2020-01-01/withdrawal", token).status())
                .isEqualTo(404);
        assertThat(form.html().select("form[action$=/withdrawal]")).as("the first membership is no move").isEmpty();
    }

    @Test
    void onlyTheAdministratorMovesSchools(Visitor visitor) {
        OrganisationPagesTest.as(visitor, "局职员");
        String school = id(visitor, "table.tb a:contains(班溪小学)");
        assertThat(visitor.get("/organisation/schools/" + school + "/move").status()).isEqualTo(403);
        assertThat(visitor.get("/organisation/schools/" + school).html().select("a[href$=/move]")).isEmpty();
    }
}

package org.jiaogongti.platform.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.shell.FormClock;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What forms cost, over HTTP: noted after they were taken, by school and week, and shown to those whom it concerns. */
@PlatformTest
final class BurdenPagesTest {

    private static final District DISTRICT = new District("330213");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FormClock stamps;

    BurdenPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions, FormClock stamps) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.stamps = stamps;
    }

    /** Forms and seconds of the register at the principal's school in the present week. */
    private List<Long> spent() {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select coalesce(sum(s.forms), 0) as forms, coalesce(sum(s.seconds), 0) as seconds from burden.spent s
                where s.form = 'REGISTER' and s.week = '2024-11-18' and s.school = (select o.school from staff.posting o
                    join staff.person p on p.id = o.person where p.name = '示例校长03' and o.school is not null limit 1)
                """).query((row, n) -> List.of(row.getLong("forms"), row.getLong("seconds"))).single()));
    }

    /** The principal saves somebody of the register as they are. */
    private static int save(Visitor principal, String stamp) {
        return save(principal, stamp, "");
    }

    private static int save(Visitor principal, String stamp, String worked) {
        String person = Scope.call(DISTRICT, () -> principal.get("/people").html().select("main a[href^=/people/]")
                .eachAttr("href").stream().filter(link -> link.matches("/people/[0-9a-f-]{36}")).findFirst()
                .orElseThrow());
        Map<String, String> changes = new HashMap<>();
        if (!stamp.isEmpty()) {
            changes.put(FormClock.FIELD, stamp);
        }
        if (!worked.isEmpty()) {
            changes.put(FormClock.WORKED, worked);
        }
        return principal.submit(principal.get(person), "form[action=" + person + "]", changes).status();
    }

    /** Another second under the same signature, whatever second it was. */
    private static String older(String stamp) {
        int dot = stamp.indexOf('.');
        return Long.parseLong(stamp.substring(0, dot)) - 1 + stamp.substring(dot);
    }

    @Test
    void aFormThatWasTakenAddsItsTimeToItsSchoolsWeek(Visitor visitor) {
        Visitor principal = visitor.as("示例校长03");
        List<Long> before = spent();
        Instant now = Instant.now();
        assertThat(save(principal, stamps.stamp(now.minusSeconds(90)))).isEqualTo(303);
        List<Long> after = spent();
        assertThat(after.get(0)).isEqualTo(before.get(0) + 1);
        assertThat(after.get(1) - before.get(1)).isBetween(90L, 150L);
        assertThat(save(principal, stamps.stamp(now.minusSeconds(7_200)))).isEqualTo(303);
        assertThat(spent().get(1) - after.get(1)).as("left open for two hours").isEqualTo(1_200);
        List<Long> counted = spent();
        assertThat(save(principal, stamps.stamp(now.minusSeconds(7_200)), "75")).isEqualTo(303);
        assertThat(spent().get(1) - counted.get(1)).as("as the page counted it").isEqualTo(75);
        List<Long> last = spent();
        assertThat(save(principal, "1." + "0".repeat(32))).as("a stamp that was made up").isEqualTo(303);
        assertThat(save(principal, older(stamps.stamp(now.minusSeconds(60))))).isEqualTo(303);
        assertThat(spent()).isEqualTo(last);
        assertThat(save(principal, "")).as("the form's own stamp").isEqualTo(303);
        assertThat(spent().get(0)).isEqualTo(last.get(0) + 1);
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> jdbc.sql("""
                update burden.spent set forms = greatest(1, forms - :forms), seconds = greatest(0, seconds - :seconds)
                where form = 'REGISTER' and week = '2024-11-18' and school = (select o.school from staff.posting o
                    join staff.person p on p.id = o.person where p.name = '示例校长03' and o.school is not null limit 1)
                """).param("forms", spent().get(0) - before.get(0)).param("seconds", spent().get(1) - before.get(1))
                .update()));
    }

    @Test
    void theBureauSeesAllSchoolsAndASchoolItsOwn(Visitor visitor) {
        Page bureau = visitor.as("示例职员01").get("/burden");
        List<List<String>> rows = bureau.html().select("[aria-labelledby=schools] tbody tr").stream()
                .map(row -> row.select("th, td").eachText()).toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(28).allSatisfy(row -> assertThat(row).hasSize(10));
        assertThat(rows).anySatisfy(row -> assertThat(row.subList(1, 10)).containsOnly("–"));
        assertThat(bureau.html().select("ul.burd li")).hasSize(8);
        Page school = visitor.as("示例校长03").get("/burden");
        assertThat(school.html().select("[aria-labelledby=schools] tbody th")).extracting(Element::text)
                .containsExactly("居敬小学");
        List<String> own = school.html().select("[aria-labelledby=schools] tbody tr > *").eachText();
        assertThat(rows).contains(own);
        assertThat(visitor.as("示例校长03").get("/burden/export.csv").text()).contains("居敬小学,")
                .doesNotContain("江口小学");
        assertThat(visitor.as("示例教师01").get("/burden").status()).isEqualTo(403);
        assertThat(bureau.text()).contains("量不到的是", "不记是谁");
    }

    /** What is measured is what can be sent: a route that is renamed must be renamed here. */
    @Test
    void everyRouteOfAFormIsInThePermissionTable() {
        for (FormKind kind : FormKind.values()) {
            assertThat(kind.routes())
                    .allSatisfy(route -> assertThat(Permissions.names("POST", route)).as(route).isTrue());
        }
    }
}

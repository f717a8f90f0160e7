package org.jiaogongti.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 督查记录 on a duty's page: what visits, findings and draws said of it, as far as the reader may know. */
@PlatformTest
final class DutyCardTest {

    private static final District DISTRICT = new District("330213");
    private static final String CARD = "section.kc:has(h2:contains(督查记录)) li";

    private final DutyMentions mentions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DutyCardTest(DutyMentions mentions, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.mentions = mentions;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private UUID school(String name) {
        return Scope.call(DISTRICT,
                () -> transaction.execute(_ -> jdbc.sql("select id from school.school where name = ?")
                        .param(name).query(UUID.class).single()));
    }

    /** By counting each kind for itself: a line of a held visit, a finding, a draw of which a record counted for it. */
    @Test
    void whatWasSaidOfADutyIsFoundByTheLatestDay() {
        List<DutyMention> all = Scope.call(DISTRICT, () -> mentions.latest(Actor.system(), "Q08",
                Set.of(school("锦屏小学")), 1000));
        int expected = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select (select count(*) from inspection.point p join inspection.inspection i on i.id = p.inspection
                        where p.duty = 'Q08' and i.state = 'HELD' and i.school = :school
                            and exists (select from inspection.point_result r where r.point = p.id))
                    + (select count(*) from inspection.finding where duty = 'Q08' and school = :school)
                    + (select count(distinct sample) from inspection.drawn
                        where 'Q08' = any(duties) and school = :school)
                """).param("school", school("锦屏小学")).query(Integer.class).single()));
        assertThat(all).hasSize(expected).hasSizeGreaterThan(2);
        assertThat(all).extracting(DutyMention::day).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(all).anySatisfy(each -> assertThat(each).isInstanceOfSatisfying(DutyMention.Found.class,
                found -> assertThat(found.deadline()).isEqualTo(LocalDate.of(2024, 11, 11))));
        assertThat(
                Scope.<List<DutyMention>, RuntimeException>call(DISTRICT, () -> mentions.latest(Actor.system(), "Q08",
                        Set.of(school("锦屏小学")), 2)))
                .isEqualTo(all.subList(0, 2));
    }

    @Test
    void theCardOpensAndIsNobodysWhoMayNotKnow(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        String duty = clerk.get("/board?duty=Q14").html().select("td.cell a, td a").eachAttr("href").stream()
                .flatMap(each -> clerk.get(each).html().select("main td a:contains(锦屏小学)").eachAttr("href").stream())
                .findFirst().orElseThrow();
        Elements lines = clerk.get(duty).html().select(CARD);
        assertThat(lines.text()).contains("科学开学前一周集体备课缺", "已逾期");
        lines.select("a").eachAttr("href").forEach(each -> assertThat(clerk.get(each).status()).isEqualTo(200));
        clerk.get(duty);
        SqlCount.of(() -> clerk.get(duty)).assertSelectsAtMost(11);
        assertThat(visitor.as("示例校长03").get(duty).html().select(CARD)).isEmpty();
    }
}

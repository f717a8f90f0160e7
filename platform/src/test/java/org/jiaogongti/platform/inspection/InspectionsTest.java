package org.jiaogongti.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What others reckon with, over the sample world; and what the database refuses whoever asks. */
@PlatformTest
class InspectionsTest {

    private static final District DISTRICT = new District("330213");
    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);

    private final Inspections inspections;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    InspectionsTest(Inspections inspections, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.inspections = inspections;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        })));
    }

    private UUID school(String name) {
        return in(() -> jdbc.sql("select id from school.school where name = :name").param("name", name)
                .query(UUID.class).single());
    }

    @Test
    void whatIsNotPutRightIsKnownAsOfADay() {
        DateRange autumn = new DateRange(LocalDate.of(2024, 9, 1), LocalDate.of(2025, 1, 31));
        UUID school = school("锦屏小学");
        List<OpenFinding> open = in(() -> inspections.openFindings(List.of(school), autumn, TODAY));
        assertThat(open).extracting(OpenFinding::words, OpenFinding::overdue, OpenFinding::duty)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("科学开学前一周集体备课缺", true, "Q14"),
                        org.assertj.core.groups.Tuple.tuple("2 次集体活动未事前报备", true, "Q08"));
        List<OpenFinding> before = in(
                () -> inspections.openFindings(List.of(school), autumn, LocalDate.of(2024, 10, 26)));
        assertThat(before).filteredOn(OpenFinding::disputed).extracting(OpenFinding::words)
                .as("the objection was not decided yet").containsExactly("2 次集体活动未事前报备");
        assertThat(in(() -> inspections.openFindings(autumn, TODAY))).extracting(OpenFinding::words)
                .doesNotContain("听课 3 节没有评课", "到牵头校听课研修少 1 次").contains("听课研修人数不足");
        assertThat(in(() -> inspections.openFindings(autumn, LocalDate.of(2024, 10, 26))))
                .as("closed on the 29th only").extracting(OpenFinding::words).contains("听课 3 节没有评课");
    }

    @Test
    void sampledQualityIsOfTheDutiesTheRecordsCountedFor() {
        DateRange spring = new DateRange(LocalDate.of(2024, 2, 26), LocalDate.of(2024, 6, 28));
        UUID late = school("锦屏小学");
        UUID good = school("居敬小学");
        List<SampledQuality> quality = in(() -> inspections.sampleQuality(List.of(late, good), spring, TODAY));
        assertThat(quality).isNotEmpty().filteredOn(each -> each.school().equals(good))
                .allSatisfy(each -> assertThat(each.untrue() + each.unclear()).isZero()).isNotEmpty();
        assertThat(quality).filteredOn(each -> each.school().equals(late)).anySatisfy(
                each -> assertThat(each.untrue()).isPositive());
        assertThat(in(() -> inspections.sampleQuality(List.of(late, good), spring, LocalDate.of(2024, 7, 2))))
                .as("before it was looked at").isEmpty();
    }

    /** Past all facades: the database itself keeps those who inspected from deciding, and those who decided from ruling. */
    @Test
    void whoInspectedCannotDecideEvenInTheDatabase() {
        assertThatThrownBy(() -> decide("opener", "DECIDED", "TALK", "锦屏小学"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("inspected and decides");
        assertThat(decide("'00000000-0000-0000-0000-0000000000aa'", "DECIDED", "TALK", "锦屏小学")).isEqualTo(1);
        String decider = "(select actor from inspection.proceeding_step s where s.proceeding = p.id and s.what = 'DECIDED')";
        assertThatThrownBy(() -> decide(decider, "UPHELD", null, "求真学校")).isInstanceOf(DataAccessException.class)
                .hasMessageContaining("rules on its own decision");
        assertThatThrownBy(() -> in(() -> jdbc.sql("""
                insert into inspection.finding_step (id, finding, what, words, actor, actor_name, on_day)
                select gen_random_uuid(), id, 'UPHELD', 'x', inspector, 'x', date '2024-11-20' from inspection.finding
                where state = 'DISPUTED'
                """).update())).isInstanceOf(DataAccessException.class).hasMessageContaining("its own finding");
    }

    private int decide(String actor, String what, @org.jspecify.annotations.Nullable String measure, String school) {
        return in(() -> jdbc.sql("""
                insert into inspection.proceeding_step (id, proceeding, what, measure, words, actor, actor_name, on_day)
                select gen_random_uuid(), p.id, :what, :measure::text, 'x', %s::uuid, 'x', date '2024-11-20'
                from inspection.proceeding p join school.school s on s.id = p.school
                where s.name = :school and p.state in ('NOTICED', 'DECIDED')
                """.formatted(actor)).param("what", what).param("measure", measure, java.sql.Types.VARCHAR)
                .param("school", school).update());
    }
}

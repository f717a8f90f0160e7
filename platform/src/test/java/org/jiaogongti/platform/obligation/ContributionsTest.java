package org.jiaogongti.platform.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.StaffCount;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.SqlCount.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EmptyPlatformTest
final class ContributionsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 10, 10);

    private final BeanFactory beans;
    private final Contributions contributions;
    private final Progresses progresses;
    private final Proof proof;
    private final LedgerDays days;
    private final Schools schools;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ContributionsTest(BeanFactory beans, Contributions contributions, Progresses progresses, Proof proof,
            LedgerDays days, Schools schools, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.beans = beans;
        this.contributions = contributions;
        this.progresses = progresses;
        this.proof = proof;
        this.days = days;
        this.schools = schools;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private SmallDistrict found(String code) {
        return SmallDistrict.Founder.of(beans).found(code);
    }

    private static InstanceKey q21(SmallDistrict small) {
        return new InstanceKey("Q21", small.lead(), "-", SmallDistrict.TERM);
    }

    private Standing standing(InstanceKey key) {
        return progresses.instance(key).orElseThrow().standing();
    }

    @Test
    void aRecordCountsAtOnceAndSaysWhatItMoved() {
        SmallDistrict small = found("440201");
        Scope.run(small.district, () -> {
            Counted counted = contributions.count(Facts.newOccasion(), List.of());
            assertThat(counted.effects()).isEmpty();
            SourcedFacts record = new Facts(small).demonstration(DAY, 2);
            List<Effect> foreseen = contributions.preview(record.facts());
            List<Effect> effects = contributions.count(record.source(), record.facts()).effects();
            assertThat(effects).isEqualTo(foreseen);
            assertThat(effects).singleElement().satisfies(effect -> {
                assertThat(effect.key()).isEqualTo(q21(small));
                assertThat(effect.clause()).isEqualTo("三(三)4");
                assertThat(effect.before()).isZero();
                assertThat(effect.after()).isEqualTo(2);
                assertThat(effect.target()).isEqualTo(15);
            });
            assertThat(standing(q21(small)).counted()).isEqualTo(2);
        });
    }

    @Test
    void withdrawingIsTheInverseOfCountingAndKeepsWhatWasThere() {
        SmallDistrict small = found("440202");
        Scope.run(small.district, () -> {
            List<Standing> before = progresses.board(SmallDistrict.TERM).orElseThrow().standings();
            SplittableRandom random = new SplittableRandom(7);
            RandomRecords records = new RandomRecords(small, random);
            List<SourcedFacts> all = IntStream.range(0, 60).mapToObj(_ -> records.next()).toList();
            contributions.count(all);
            assertThat(progresses.board(SmallDistrict.TERM).orElseThrow().standings()).isNotEqualTo(before);
            all.forEach(record -> contributions.withdraw(record.source()));
            assertThat(progresses.board(SmallDistrict.TERM).orElseThrow().standings()).isEqualTo(before);
            assertThat(proof.differences()).isEmpty();
            transaction.executeWithoutResult(_ -> {
                assertThat(count("select count(*) from obligation.fact")).isGreaterThanOrEqualTo(60);
                assertThat(count("select coalesce(sum(amount), 0) from obligation.contribution")).isZero();
                assertThat(count("select count(*) from obligation.contribution")).isPositive();
            });
        });
    }

    @Test
    void aRecordMayComeBackAfterItWasWithdrawn() {
        SmallDistrict small = found("440203");
        Scope.run(small.district, () -> {
            SourcedFacts record = new Facts(small).demonstration(DAY, 3);
            for (int round = 0; round < 3; round++) {
                contributions.count(record.source(), record.facts());
                assertThat(standing(q21(small)).counted()).isEqualTo(3);
                contributions.withdraw(record.source());
                contributions.withdraw(record.source());
                assertThat(standing(q21(small)).counted()).isZero();
            }
            InstanceView view = progresses.instance(q21(small)).orElseThrow();
            assertThat(view.lines()).isEmpty();
            assertThat(view.nearMisses()).singleElement().satisfies(miss -> {
                assertThat(miss.withdrawn()).isTrue();
                assertThat(miss.reasons()).containsExactly(new Reason.NotHeld(OccasionState.CANCELLED));
            });
        });
    }

    @Test
    void plannedAndDisputedStandBesideWhatCounts() {
        SmallDistrict small = found("440204");
        Scope.run(small.district, () -> {
            Facts facts = new Facts(small);
            Source source = Facts.newOccasion();
            contributions.count(List.of(facts.demonstration(source, DAY, 4, OccasionState.DISPUTED)));
            assertThat(standing(q21(small))).extracting(Standing::counted, Standing::disputed).containsExactly(0, 4);
            contributions.count(List.of(facts.demonstration(source, DAY, 4, OccasionState.HELD)));
            assertThat(standing(q21(small))).extracting(Standing::counted, Standing::disputed).containsExactly(4, 0);
            LocalDate later = SmallDistrict.TODAY.plusDays(3);
            contributions.count(
                    List.of(facts.demonstration(Facts.newOccasion(), later, 2, OccasionState.PLANNED)));
            assertThat(standing(q21(small))).extracting(Standing::counted, Standing::planned).containsExactly(4, 2);
            days.moveTo(later.plusDays(1));
            assertThat(standing(q21(small)).planned()).as("a planned day that passed").isZero();
            assertThat(proof.differences()).isEmpty();
        });
    }

    @Test
    void whatIsHeldOnALaterDayCountsFromThatDayOn() {
        SmallDistrict small = found("440205");
        Scope.run(small.district, () -> {
            LocalDate later = SmallDistrict.TODAY.plusDays(10);
            contributions.count(List.of(new Facts(small).demonstration(later, 5)));
            assertThat(standing(q21(small))).extracting(Standing::counted, Standing::planned).containsExactly(0, 5);
            days.moveTo(later.minusDays(1));
            assertThat(standing(q21(small)).counted()).isZero();
            days.moveTo(later);
            days.moveTo(later);
            assertThat(standing(q21(small))).extracting(Standing::counted, Standing::planned).containsExactly(5, 0);
            days.moveTo(SmallDistrict.TODAY);
            assertThat(standing(q21(small))).extracting(Standing::counted, Standing::planned).containsExactly(0, 5);
        });
    }

    @Test
    void aMentorIsOwedOnlyWhileSomebodyIsPlaced() {
        SmallDistrict small = found("440206");
        Scope.run(small.district, () -> {
            UUID id = UUID.randomUUID();
            InstanceKey q25 = new InstanceKey("Q25", small.member(1), "-", SmallDistrict.TERM);
            InstanceKey q26 = new InstanceKey("Q26", small.lead(), small.member(1) + "/" + id, SmallDistrict.TERM);
            assertThat(progresses.instance(q26)).isEmpty();
            contributions.count(List.of(new Facts(small).placement(id, DAY, null)));
            assertThat(standing(q25).status()).isEqualTo(Status.MET);
            assertThat(standing(q26).counted()).isZero();
            assertThat(standing(q26).about()).isEqualTo("示例教师01");
            contributions.count(List.of(new Facts(small).placement(id, DAY, "示例导师01")));
            assertThat(standing(q26).status()).isEqualTo(Status.MET);
            assertThat(proof.differences()).isEmpty();
            contributions.withdraw(new Source("placement", id));
            assertThat(progresses.instance(q26)).isEmpty();
            assertThat(standing(q25).counted()).isZero();
            assertThat(proof.differences()).isEmpty();
        });
    }

    @Test
    void moreTeachersTakeAVisitOutThatIsTooSmallThen() {
        SmallDistrict small = found("440207");
        Scope.run(small.district, () -> {
            InstanceKey q24 = new InstanceKey("Q24", small.member(1), "-", SmallDistrict.TERM);
            contributions.count(List.of(new Facts(small).studyVisit(DAY, 4)));
            assertThat(standing(q24).counted()).as("4 of 20 teachers").isEqualTo(1);
            StaffCount more = new StaffCount(small.schools.get(1).id(), LocalDate.of(2024, 9, 1), 30);
            assertThat(schools.countTeachers(new Actor(UUID.randomUUID(), null, "", Set.of()), more))
                    .isEqualTo(new Change.Refused("school.refused.role"));
            assertThat(schools.countTeachers(Actor.system(), more)).isEqualTo(new Change.Done());
            InstanceView view = progresses.instance(q24).orElseThrow();
            assertThat(view.standing().counted()).as("4 of 30 teachers").isZero();
            assertThat(view.nearMisses()).singleElement().satisfies(miss -> assertThat(miss.reasons())
                    .containsExactly(new Reason.TooFewPeople(small.member(1), 4, 6)));
            assertThat(proof.differences()).isEmpty();
        });
    }

    @Test
    void theProofNamesARowThatWasTamperedWith() {
        SmallDistrict small = found("440208");
        Scope.run(small.district, () -> {
            contributions.count(List.of(new Facts(small).demonstration(DAY, 2)));
            assertThat(proof.differences()).isEmpty();
            transaction.executeWithoutResult(
                    _ -> jdbc.sql(
                            "update obligation.progress set counted = counted + 1 where duty = 'Q21' and bearer = :b "
                                    + "and period = :p")
                            .param("b", small.lead()).param("p", SmallDistrict.TERM).update());
            assertThat(proof.differences()).extracting(Proof.Difference::key).containsExactly(q21(small), q21(small));
        });
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheRecords() {
        SmallDistrict small = found("440209");
        Scope.run(small.district, () -> {
            RandomRecords records = new RandomRecords(small, new SplittableRandom(9));
            contributions.count(IntStream.range(0, 100).mapToObj(_ -> records.next()).toList());
            List<List<Integer>> few = costs(small);
            contributions.count(IntStream.range(0, 4900).mapToObj(_ -> records.next()).toList());
            assertThat(costs(small)).isEqualTo(few);
            assertThat(proof.differences()).isEmpty();
            assertThat(few).as("count, change, withdraw, preview, board, school, instance: selects and writes")
                    .containsExactly(List.of(0, 4), List.of(1, 5), List.of(1, 5), List.of(1, 0), List.of(1, 0),
                            List.of(1, 0), List.of(3, 0));
        });
    }

    private List<List<Integer>> costs(SmallDistrict small) {
        SourcedFacts record = new Facts(small).demonstration(DAY, 2);
        List<Runnable> work = List.of(() -> contributions.count(record.source(), record.facts()),
                () -> contributions.count(record.source(),
                        new Facts(small).demonstration(record.source(), DAY, 3, OccasionState.HELD).facts()),
                () -> contributions.withdraw(record.source()), () -> contributions.preview(record.facts()),
                () -> progresses.board(SmallDistrict.TERM),
                () -> progresses.ofSchool(small.member(1), SmallDistrict.TERM),
                () -> progresses.instance(q21(small)));
        List<List<Integer>> costs = new ArrayList<>();
        for (Runnable each : work) {
            SqlCount sql = SqlCount.of(each);
            sql.assertCount(Kind.DISTRICT, 1);
            costs.add(List.of(sql.selects(), sql.writes()));
        }
        return costs;
    }

    @Test
    void noDistrictSeesAnothersRows() {
        SmallDistrict small = found("440210");
        Scope.run(small.district, () -> contributions.count(List.of(new Facts(small).demonstration(DAY, 2))));
        List<String> tables = jdbc.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema in ('school', 'community', 'staff', 'obligation') order by 1
                """).query((row, n) -> row.getString(1)).list();
        assertThat(tables).hasSizeGreaterThan(15);
        for (String table : tables) {
            assertThat(rows(Optional.empty(), table)).as(table + " without a district").isZero();
            assertThat(rows(Optional.of(new District("440299")), table)).as(table + " from another district").isZero();
        }
        assertThat(rows(Optional.of(small.district), "obligation.progress")).isPositive();
        assertThatThrownBy(() -> Scope.run(new District("440299"), () -> contributions.withdraw(Facts.newOccasion())))
                .isInstanceOf(NoCharterException.class).hasMessageContaining("440299");
    }

    private long rows(Optional<District> district, String table) {
        if (district.isEmpty()) {
            return count("select count(*) from " + table);
        }
        return Scope.call(district.get(), () -> transaction.execute(_ -> count("select count(*) from " + table)));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query((row, n) -> row.getLong(1)).single();
    }
}

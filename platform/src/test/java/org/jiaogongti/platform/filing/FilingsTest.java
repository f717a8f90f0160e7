package org.jiaogongti.platform.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.filing.TrayFilter.Box;
import org.jiaogongti.platform.filing.TrayFilter.Kind;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Handing in, checking and receiving against the real database; what it makes is called off again. */
@PlatformTest
class FilingsTest {

    private static final District DISTRICT = new District("330213");
    private static final PlanText TEXT = new PlanText("12月数学组方案", "12月20日，居敬小学。", "解决问题", "1. 说课\n2. 评课", "五校 13 人");

    private final Filings filings;
    private final FilingTray trays;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<UUID> made = new ArrayList<>();
    private final UUID lead;
    private final UUID community;

    FilingsTest(Filings filings, FilingTray trays, Activities activities, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.filings = filings;
        this.trays = trays;
        this.activities = activities;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.lead = sql("SELECT id FROM school.school WHERE name = '居敬小学'");
        this.community = sql("SELECT community FROM activity.occasion WHERE school = '" + lead + "' LIMIT 1");
    }

    private UUID sql(String select) {
        return in(() -> transaction.execute(_ -> jdbc.sql(select).query(UUID.class).single()));
    }

    @AfterEach
    void callOff() {
        made.forEach(id -> in(() -> activities.withdraw(clerk(), id, 1, "测试完了")));
        made.clear();
    }

    private static Actor actor(String name, Posting posting) {
        UUID account = UUID.nameUUIDFromBytes((name + posting).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(account, null, name, Set.of(posting));
    }

    private Actor clerk() {
        return actor("示例教务", Posting.atSchool(Role.SCHOOL_CLERK, lead));
    }

    private Actor researcher(String name) {
        return actor(name, Posting.inCommunity(Role.RESEARCHER, community));
    }

    private static Actor department(String name) {
        return actor(name, Posting.inDistrict(Role.TRAINING_DEPARTMENT));
    }

    /** A joint planning on 2024-12-20, or a demonstration lesson. */
    private UUID occasion(String kind, String date) {
        OccasionEntry entry = new OccasionEntry(UUID.randomUUID(), lead.toString(), date, "", lead.toString(),
                lead.toString(), "BACKBONE", "示例教师05", kind, Map.of(kind, "1"), "数学", List.of("五"), "",
                "报备测试 " + made.size(), Map.of(lead.toString(), "5"), "no");
        Outcome outcome = in(() -> activities.record(clerk(), entry, List.of()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        UUID id = ((Outcome.Done) outcome).id();
        made.add(id);
        return id;
    }

    private FilingOutcome submit(Actor actor, UUID occasion, int base, PlanText text) {
        return in(() -> filings.submit(actor, occasion, new FilingEntry(UUID.randomUUID(), base, text), List.of()));
    }

    private Filing plan() {
        return done(submit(clerk(), occasion("joint-planning", "2024-12-20"), 0, TEXT)).filing();
    }

    private static FilingOutcome.Done done(FilingOutcome outcome) {
        assertThat(outcome).isInstanceOf(FilingOutcome.Done.class);
        return (FilingOutcome.Done) outcome;
    }

    private List<Object> papers(UUID occasion) {
        return in(() -> transaction.execute(_ -> jdbc
                .sql("SELECT filed_on::text AS filed, approved_on::text AS approved FROM activity.occasion WHERE id = :id")
                .param("id", occasion).query((row, n) -> List.<Object>of(String.valueOf(row.getString(1)),
                        String.valueOf(row.getString(2))))
                .single()));
    }

    @Test
    void aFiledLessonIsFiledAtOnceAndReceivedByTheDepartment() {
        UUID occasion = occasion("demonstration-lesson", "2024-12-18");
        Filing filed = done(submit(clerk(), occasion, 0, TEXT)).filing();
        assertThat(filed.state()).isEqualTo(State.FILED);
        assertThat(papers(occasion)).containsExactly("2024-11-20", "null");
        assertThat(in(() -> filings.decide(researcher("甲"), filed.id(), 1, What.APPROVED, "")))
                .isNotInstanceOf(FilingOutcome.Done.class);
        done(in(() -> filings.ask(department("研训甲"), filed.id(), "上课的是哪个班？")));
        done(in(() -> filings.answer(clerk(), filed.id(), "五年级 1 班")));
        assertThat(done(in(() -> filings.accept(department("研训甲"), filed.id()))).filing().state())
                .isEqualTo(State.ACCEPTED);
        assertThat(in(() -> filings.accept(department("研训乙"), filed.id())))
                .isInstanceOfSatisfying(FilingOutcome.Settled.class,
                        settled -> assertThat(settled.by().actorName()).isEqualTo("研训甲"));
    }

    @Test
    void anApprovedPlanIsFiledByItselfAndKeepsTheHashOfWhatWasSeen() {
        Filing plan = plan();
        assertThat(plan.state()).isEqualTo(State.CHECKING);
        assertThat(papers(plan.occasion())).containsExactly("null", "null");
        Filing approved = done(in(() -> filings.decide(researcher("甲"), plan.id(), 1, What.ADVISED, "留讨论时间"))).filing();
        assertThat(approved.approval()).isEqualTo(
                new Filing.Approval(java.time.LocalDate.of(2024, 11, 20), 1, TEXT.hash()));
        assertThat(papers(plan.occasion())).containsExactly("2024-11-20", "2024-11-20");
        Filing rewritten = done(submit(clerk(), plan.occasion(), 1, with("另一个主题"))).filing();
        assertThat(rewritten.state()).isEqualTo(State.CHECKING);
        assertThat(papers(plan.occasion())).as("another text is not approved").containsExactly("null", "null");
    }

    private static PlanText with(String theme) {
        return new PlanText(TEXT.title(), TEXT.timePlace(), theme, TEXT.agenda(), TEXT.people());
    }

    @Test
    void aVersionThatIsNotTheLatestIsNeitherApprovedNorWrittenOver() {
        Filing plan = plan();
        done(submit(clerk(), plan.occasion(), 1, with("第二稿")));
        FilingOutcome refused = in(() -> filings.decide(researcher("甲"), plan.id(), 1, What.APPROVED, ""));
        assertThat(refused).isInstanceOfSatisfying(FilingOutcome.Stale.class, stale -> {
            assertThat(stale.seen().text().theme()).isEqualTo("解决问题");
            assertThat(stale.latest().text().theme()).isEqualTo("第二稿");
        });
        Actor other = actor("示例校长", Posting.atSchool(Role.PRINCIPAL, lead));
        assertThat(submit(other, plan.occasion(), 1, with("同时写的"))).isInstanceOf(FilingOutcome.Stale.class);
        done(submit(other, plan.occasion(), 2, with("合在一起")));
        done(in(() -> filings.decide(researcher("甲"), plan.id(), 3, What.RETURNED, "再写清楚")));
        assertThat(in(() -> trays.sheet(clerk(), plan.id())).orElseThrow().versions()).hasSize(3);
    }

    @Test
    void nobodyDecidesAboutTheirOwnNotEvenBySql() {
        UUID occasion = occasion("joint-planning", "2024-12-20");
        Actor both = new Actor(UUID.randomUUID(), null, "身兼两职", Set.of(Posting.atSchool(Role.SCHOOL_CLERK, lead),
                Posting.inCommunity(Role.RESEARCHER, community), Posting.inDistrict(Role.TRAINING_DEPARTMENT)));
        Filing own = done(submit(both, occasion, 0, TEXT)).filing();
        assertThat(in(() -> filings.decide(both, own.id(), 1, What.APPROVED, "")))
                .isEqualTo(new FilingOutcome.No("filing.refused.own"));
        Actor deputy = new Actor(UUID.randomUUID(), null, "代办", both.postings(), Set.of(both.accountId()));
        assertThat(in(() -> filings.decide(deputy, own.id(), 1, What.APPROVED, "")))
                .isEqualTo(new FilingOutcome.No("filing.refused.own"));
        assertThatThrownBy(() -> in(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            return jdbc.sql("""
                    INSERT INTO filing.step (id, filing, number, what, words, actor, actor_name, on_day, at)
                    VALUES (:id, :filing, 1, 'APPROVED', '', :actor, '', DATE '2024-11-20', now())
                    """).param("id", UUID.randomUUID()).param("filing", own.id()).param("actor", both.accountId())
                    .update();
        }))).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("its own filing");
    }

    /** Rounds of two who decide at the same moment: exactly one wins, the other is told who did. */
    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsToldWho() throws Exception {
        int rounds = Boolean.getBoolean("jgt.deep") ? 1000 : 50;
        Actor first = researcher("示例甲");
        Actor second = researcher("示例乙");
        Filing plan = plan();
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int round = 1; round <= rounds; round++) {
                int version = round;
                CyclicBarrier barrier = new CyclicBarrier(2);
                List<Callable<FilingOutcome>> both = List.of(() -> {
                    barrier.await();
                    return in(() -> filings.decide(first, plan.id(), version, What.APPROVED, ""));
                }, () -> {
                    barrier.await();
                    return in(() -> filings.decide(second, plan.id(), version, What.RETURNED, "不同意"));
                });
                List<FilingOutcome> outcomes = new ArrayList<>();
                for (Future<FilingOutcome> each : people.invokeAll(both)) {
                    outcomes.add(each.get());
                }
                assertThat(outcomes).filteredOn(FilingOutcome.Done.class::isInstance).as("round " + round).hasSize(1);
                String winner = outcomes.getFirst() instanceof FilingOutcome.Done ? "示例甲" : "示例乙";
                assertThat(outcomes).filteredOn(FilingOutcome.Settled.class::isInstance).singleElement()
                        .isInstanceOfSatisfying(FilingOutcome.Settled.class,
                                told -> assertThat(told.by().actorName()).isEqualTo(winner));
                done(submit(clerk(), plan.occasion(), version, with("第" + (round + 1) + "轮")));
            }
        }
    }

    @Test
    void oneFormSentTwentyTimesAtOnceIsOneFiling() throws Exception {
        UUID occasion = occasion("demonstration-lesson", "2024-12-18");
        FilingEntry entry = new FilingEntry(UUID.randomUUID(), 0, TEXT);
        Set<UUID> ids = new HashSet<>();
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            List<Callable<FilingOutcome>> sendings = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                sendings.add(() -> in(() -> filings.submit(clerk(), occasion, entry, List.of())));
            }
            for (Future<FilingOutcome> sent : people.invokeAll(sendings)) {
                ids.add(switch (sent.get()) {
                    case FilingOutcome.Done done -> done.filing().id();
                    case FilingOutcome.Already already -> already.id();
                    default -> throw new AssertionError(sent.get());
                });
            }
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void whatSomebodyMaySeeOfItEndsWithTheTask() {
        Filing plan = plan();
        Actor researcher = researcher("甲");
        Actor elsewhere = actor("乙", Posting.inCommunity(Role.RESEARCHER,
                sql("SELECT id FROM community.community WHERE id <> '" + community + "' ORDER BY id LIMIT 1")));
        assertThat(in(() -> trays.sheet(elsewhere, plan.id()))).isEmpty();
        assertThat(in(() -> trays.sheet(researcher, plan.id())).orElseThrow().can())
                .contains(FilingSheet.Can.CHECK, FilingSheet.Can.SEE_FILES);
        done(in(() -> filings.decide(researcher, plan.id(), 1, What.APPROVED, "")));
        assertThat(in(() -> trays.sheet(researcher, plan.id())).orElseThrow().can())
                .doesNotContain(FilingSheet.Can.CHECK, FilingSheet.Can.SEE_FILES);
    }

    @Test
    void anOccasionCalledOffTakesItsFilingAlong() {
        Filing plan = plan();
        in(() -> activities.cancel(clerk(), plan.occasion(), 1, "改期"));
        assertThat(in(() -> trays.sheet(clerk(), plan.id())).orElseThrow().filing().state())
                .isEqualTo(State.TAKEN_BACK);
        assertThat(in(() -> filings.decide(researcher("甲"), plan.id(), 1, What.APPROVED, "")))
                .isInstanceOf(FilingOutcome.Settled.class);
        assertThat(submit(clerk(), plan.occasion(), 1, with("再交")))
                .isEqualTo(new FilingOutcome.No("filing.refused.gone"));
    }

    @Test
    void aTrayCostsTheSameWhateverLiesInIt() {
        Actor department = department("研训甲");
        TrayFilter filter = new TrayFilter(Box.MINE, Kind.ALL);
        FilingTray.Tray before = in(() -> trays.tray(department, filter, null, 5));
        SqlCount cost = SqlCount.of(() -> in(() -> trays.tray(department, filter, null, 5)));
        done(submit(clerk(), occasion("demonstration-lesson", "2024-12-18"), 0, TEXT));
        SqlCount.of(() -> in(() -> trays.tray(department, filter, null, 5))).assertSelects(cost.selects());
        FilingTray.Tray after = in(() -> trays.tray(department, filter, null, 5));
        assertThat(after.counts().getOrDefault(Box.MINE, 0)).isEqualTo(before.counts().getOrDefault(Box.MINE, 0) + 1);
        FilingTray.Tray next = in(
                () -> trays.tray(department, filter, after.next() == null ? null : after.next().id(), 5));
        assertThat(next.rows()).doesNotContainAnyElementsOf(after.rows());
    }

    private static <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scope.call(DISTRICT, work);
    }
}

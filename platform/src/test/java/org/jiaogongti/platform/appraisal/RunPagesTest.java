package org.jiaogongti.platform.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiaogongti.platform.appraisal.AppraisalPagesTest.as;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiaogongti.charter.archive.Archive;
import org.jiaogongti.charter.archive.Verdict;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A year from freezing to the decision, over HTTP and against the database. */
@PlatformTest
final class RunPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String OPEN = "2023-2024";
    private static final String DONE = "2022-2023";
    private static final String HEARD = "2021-2022";

    private final RunChanges changes;
    private final Actors actors;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String url;

    RunPagesTest(RunChanges changes, Actors actors, JdbcClient jdbc, PlatformTransactionManager transactions,
            @Value("${jgt.database.url}") String url) {
        this.changes = changes;
        this.actors = actors;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.url = url;
    }

    /** Rows of an appraisal are never deleted; only a test puts the sample world back. */
    private void forget(String... statements) {
        try (var connection = TestCluster.shared().postgres().superuser(url.substring(url.lastIndexOf('/') + 1));
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Page decide(Visitor person, String year, String path, Map<String, String> fields) {
        Page desk = person.get("/appraisals?year=" + year);
        return person.submit(desk, "form[action$=" + path + "]", fields);
    }

    @Test
    void aYearIsFrozenDisputedAndComputedAgainBesideTheFirstVersion(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        Visitor principal = as(visitor, "示例校长03");
        try {
            assertThat(decide(clerk, OPEN, "freezing", Map.of("until", "2024-11-21")).text()).contains("期限至少要留 5 天");
            Page form = clerk.get("/appraisals?year=" + OPEN);
            assertThat(clerk.submit(form, "form[action$=freezing]", Map.of("until", "2024-12-04")).status())
                    .isEqualTo(303);
            assertThat(clerk.submit(form, "form[action$=freezing]", Map.of("until", "2024-12-04")).text())
                    .as("sent twice").contains("已经冻结");
            Page own = principal.get(principal.get("/appraisals?year=" + OPEN).html()
                    .select("main th a.n").attr("href"));
            String school = own.html().select("main a[href*=/schools/]:contains(居敬小学)").attr("href");
            Page records = principal.get(school + "/records");
            String record = records.html().select("div.li:contains(专题讲座):contains(算进：) a").getFirst().attr("href");
            Page dispute = principal.get(record);
            assertThat(principal.submit(dispute, "form[action$=disputes]", Map.of("words", "")).status())
                    .isEqualTo(422);
            assertThat(principal.submit(dispute, "form[action$=disputes]", Map.of("words", "当天没有办")).status())
                    .isEqualTo(303);
            assertThat(principal.submit(dispute, "form[action$=disputes]", Map.of("words", "当天没有办")).text())
                    .contains("已经有人提出");
            Page said = principal.get(school);
            assertThat(principal.submit(said, "form:has(input[value=REMARK])", Map.of("words", "讲座后来补了")).status())
                    .isEqualTo(303);
            assertThat(principal.get(school).text()).contains("讲座后来补了", "等答复");
            assertThat(decide(clerk, OPEN, "review", Map.of()).text()).contains("没有核对完");
            Page rulings = clerk.get("/appraisals/" + OPEN + "/disputes");
            assertThat(clerk.submit(rulings, "form[action$=rulings]", Map.of("outcome", "UPHELD", "words", "查实"))
                    .status()).isEqualTo(303);
            Page versions = clerk.get("/appraisals/" + OPEN + "/versions");
            assertThat(versions.html().select("section")).hasSize(2);
            assertThat(versions.html().select("section:contains(异议成立) li:contains(得分)")).hasSize(1);
            assertThat(as(visitor, "示例校长18").get(school + "/records").status()).isEqualTo(404);
        } finally {
            forget("delete from appraisal.ruling where dispute in (select id from appraisal.dispute where run in "
                    + of(OPEN) + ")", "delete from appraisal.dispute where run in " + of(OPEN),
                    "delete from appraisal.school_word where run in " + of(OPEN),
                    "delete from appraisal.place where run in " + of(OPEN),
                    "delete from appraisal.version where run in " + of(OPEN),
                    "delete from appraisal.run where year = '" + OPEN + "'");
        }
    }

    /** The second waits for the first, and is told what it would have been told a second later. */
    @Test
    void ofTwoWhoFreezeAtOnceOneIsToldSo() throws Exception {
        Actor clerk = Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(_ -> actors.ofAccount(
                jdbc.sql("select id from access.account where name = '示例职员01'").query(UUID.class).single()))))
                .orElseThrow();
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Answer> first = two.submit(() -> freezing(clerk, () -> {
                frozen.countDown();
                waited.await();
                return true;
            }));
            frozen.await();
            Future<Answer> second = two.submit(() -> freezing(clerk, () -> true));
            while (!second.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            waited.countDown();
            assertThat(first.get()).isEqualTo(new Answer.Done());
            assertThat(second.get()).isEqualTo(new Answer.Refused("appraisal.run.refused.frozen"));
        } finally {
            waited.countDown();
            forget("delete from appraisal.place where run in " + of(OPEN),
                    "delete from appraisal.version where run in " + of(OPEN),
                    "delete from appraisal.run where year = '" + OPEN + "'");
        }
    }

    private Answer freezing(Actor clerk, Callable<Boolean> beforeTheCommit) {
        return Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(_ -> {
            Answer answer = changes.freeze(clerk, OPEN, LocalDate.of(2024, 12, 4));
            try {
                beforeTheCommit.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return answer;
        })));
    }

    private boolean somebodyWaits() {
        return Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                .sql("select exists (select from pg_locks where not granted)").query(Boolean.class).single())));
    }

    /** After the decision: one person proposes, another signs, and the version before stays beside the new one. */
    @Test
    void aCorrectionAfterTheDecisionIsSignedByASecondPersonBesideTheOldVersion(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        Visitor second = as(visitor, "示例职员02");
        try {
            Page sheet = clerk.get(clerk.get("/appraisals?year=" + DONE).html()
                    .select("main th a:contains(岳林小学教学共同体)").attr("href"));
            String school = sheet.html().select("main a[href*=/schools/]:contains(岳林小学)").getFirst().attr("href");
            Page records = clerk.get(school.replaceAll("\\?.*", "") + "/records");
            Page form = clerk
                    .get(records.html().select("div.li:contains(指导管理):contains(算进：) a").getFirst().attr("href"));
            assertThat(form.text()).contains("岳林小学");
            assertThat(clerk.submit(form, "form[action$=corrections]", Map.of("words", "门卫登记里没有来访")).status())
                    .isEqualTo(303);
            String disputes = "/appraisals/" + DONE + "/disputes";
            assertThat(clerk.get(disputes).html().select("form[action$=rulings]")).as("not by who proposed").isEmpty();
            Page page = second.get(disputes);
            Element ruling = page.html().select("form[action$=rulings]").getFirst();
            Map<String, String> upheld = Map.of("outcome", "UPHELD", "words", "查实，照改");
            String token = clerk.get("/me").html().select("input[name=_csrf]").val();
            assertThat(clerk.post(ruling.attr("action"), Map.of("_csrf", token, "outcome", "UPHELD", "words", "查实"))
                    .status()).isEqualTo(422);
            assertThat(second.submit(page, "form[action$=rulings]", upheld).status()).isEqualTo(303);
            assertThat(second.submit(page, "form[action$=rulings]", upheld).status()).as("sent twice").isEqualTo(422);
            Page versions = clerk.get("/appraisals/" + DONE + "/versions");
            assertThat(versions.html().select("section")).hasSize(3);
            assertThat(versions.html().select("section:contains(第 3 版)").text()).contains("示例职员01", "示例职员02",
                    "2/2 → 1/2");
            assertThat(score(clerk, "")).isNotEqualTo("100.00");
            assertThat(score(clerk, "&version=2")).as("the one before stays").isEqualTo("100.00");
            assertThat(archives()).hasSize(3).allSatisfy(archive -> assertThat(Archive.verify(archive))
                    .isInstanceOf(Verdict.Equal.class));
        } finally {
            forget("delete from appraisal.ruling where dispute in (select id from appraisal.dispute where school is null)",
                    "delete from appraisal.dispute where school is null",
                    "delete from appraisal.version where kind = 'CORRECTION'");
        }
    }

    private static String score(Visitor person, String query) {
        return person.get("/appraisals?year=" + DONE + query).html()
                .select("main tbody tr:contains(岳林小学教学共同体) td[data-l=得分]").text();
    }

    private List<byte[]> archives() {
        return Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql("""
                select v.archive from appraisal.version v join appraisal.run r on r.id = v.run where r.year = :year
                order by v.number
                """).param("year", DONE).query((row, n) -> row.getBytes(1)).list())));
    }

    private static String of(String year) {
        return "(select id from appraisal.run where year = '" + year + "')";
    }

    @Test
    void theLeaderDecidesWhatSomebodyElseProposedAndItIsPublishedOnce(Visitor visitor) {
        Visitor leader = as(visitor, "示例领导01");
        try {
            assertThat(decide(leader, HEARD, "decision", Map.of("words", "")).text()).contains("请写明答复");
            Page form = leader.get("/appraisals?year=" + HEARD);
            assertThat(leader.submit(form, "form[action$=decision]", Map.of("words", "已经听取")).status())
                    .isEqualTo(303);
            assertThat(leader.submit(form, "form[action$=decision]", Map.of("words", "已经听取")).status())
                    .as("sent twice").isEqualTo(422);
            String token = leader.get("/me").html().select("input[name=_csrf]").val();
            assertThat(
                    leader.post("/appraisals/" + HEARD + "/budgets", Map.of("_csrf", token, "budget", "1", "document",
                            "示例文")).text())
                    .contains("总额不能再改");
            assertThat(decide(leader, HEARD, "publication", Map.of()).status()).isEqualTo(303);
            Page desk = leader.get("/appraisals?year=" + HEARD);
            assertThat(desk.text()).contains("已定，第 1 版");
            assertThat(desk.html().select("form[action$=budgets]")).isEmpty();
        } finally {
            forget("delete from appraisal.step where what <> 'REVIEW' and run in " + of(HEARD));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"示例校长03", "示例教研员01", "示例督学01"})
    void whoeverIsNotTheBureauBringsNothingOn(String name, Visitor visitor) {
        Visitor person = as(visitor, name);
        Page page = person.get("/appraisals?year=" + HEARD);
        assertThat(page.html().select("form[action$=decision], form[action$=freezing], form[action$=budgets]"))
                .isEmpty();
        String token = person.get("/me").html().select("input[name=_csrf]").val();
        assertThat(person.post("/appraisals/" + HEARD + "/decision", Map.of("_csrf", token, "words", "好")).status())
                .isEqualTo(403);
    }

    /** Both versions of the sample's dispute: one community's score moved, and each is what its archive comes to. */
    @Test
    void aDisputeMovedOneScoreAndBothVersionsVerify(Visitor visitor) {
        Page versions = as(visitor, "示例校长03").get("/appraisals/" + DONE + "/versions");
        assertThat(versions.html().select("section:contains(异议成立) li:contains(得分)")).hasSize(1)
                .first().extracting(element -> element.text()).asString().contains("居敬小学教学共同体");
        assertThat(versions.html().select("section:contains(异议成立) li:contains(→):contains(/)").eachText())
                .as("one number of one duty").hasSize(1).first().asString().contains("2/2 → 1/2");
        assertThat(archives()).hasSize(2).allSatisfy(archive -> assertThat(Archive.verify(archive))
                .isInstanceOf(Verdict.Equal.class));
    }

    /** The application's role, by plain SQL: a decided year takes nothing, and nobody decides what they proposed. */
    @Test
    void theDatabaseLetsNobodyWriteADecidedYear() {
        for (String forbidden : List.of(
                "insert into appraisal.school_word (id, run, school, what, section, words, actor, actor_name, on_day, at) "
                        + "select gen_random_uuid(), id, gen_random_uuid(), 'REMARK', '', 'x', gen_random_uuid(), 'x', "
                        + "now(), now() from appraisal.run where year = '2022-2023'",
                "insert into appraisal.budget (id, year, fen, document, actor, actor_name, on_day, at) values "
                        + "(gen_random_uuid(), '2022-2023', 1, 'x', gen_random_uuid(), 'x', now(), now())",
                "insert into appraisal.dispute select district, gen_random_uuid(), run, school, source, label, wanted, "
                        + "words, actor, actor_name, on_day, at from appraisal.dispute where run in " + of(DONE),
                "insert into appraisal.version select district, gen_random_uuid(), run, 3, 'DISPUTE', archive, sha256, "
                        + "code, journal_head, program, words, null, null, actor, actor_name, on_day, at "
                        + "from appraisal.version where number = 2 and run in " + of(DONE),
                "update appraisal.version set archive = ''", "delete from appraisal.step",
                "update appraisal.budget set fen = 1", "update appraisal.run set year = '2020-2021'",
                // Proposed by the clerk, decided by the clerk.
                "insert into appraisal.step (id, run, what, words, proposal, proposer, actor, actor_name, on_day, at) "
                        + "select gen_random_uuid(), run, 'FINAL', '', id, actor, actor, actor_name, now(), now() "
                        + "from appraisal.proposal where run in " + of(HEARD),
                // A correction signed by who proposed it.
                "insert into appraisal.version select district, gen_random_uuid(), run, 3, 'CORRECTION', archive, sha256, "
                        + "code, journal_head, program, words, actor, actor_name, actor, actor_name, on_day, at "
                        + "from appraisal.version where number = 2 and run in " + of(DONE),
                // Ruled on by who disputed.
                "insert into appraisal.ruling (dispute, disputed_by, outcome, words, actor, actor_name, on_day, at) "
                        + "select id, actor, 'DENIED', 'x', actor, 'x', now(), now() from appraisal.dispute limit 1")) {
            assertThatThrownBy(() -> Scope.run(DISTRICT,
                    () -> transaction.executeWithoutResult(_ -> jdbc.sql(forbidden).update())))
                    .as(forbidden).isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }
}

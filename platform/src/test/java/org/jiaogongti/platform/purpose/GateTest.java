package org.jiaogongti.platform.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.purpose.Certificate.Cause;
import org.jiaogongti.platform.purpose.Consent.Answer;
import org.jiaogongti.platform.purpose.Consent.Means;
import org.jiaogongti.platform.purpose.Consents.NewAnswer;
import org.jiaogongti.platform.purpose.PupilViews.Kind;
import org.jiaogongti.platform.purpose.PupilViews.Look;
import org.jiaogongti.platform.purpose.PupilViews.Opened;
import org.jiaogongti.platform.purpose.Purposes.Registered;
import org.jiaogongti.platform.purpose.Terms.Basis;
import org.jiaogongti.platform.purpose.Terms.Keeping;
import org.jiaogongti.platform.purpose.model.NoticeVersion;
import org.jiaogongti.platform.purpose.trial.store.ScoreStore;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Consent, look, clock, erasure: with a table of pupil data that is there for the test only. Nothing is kept. */
@PlatformTest
class GateTest {

    private static final District DISTRICT = new District("330213");
    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    private static final UUID SCHOOL = new UUID(3, 3);
    private static final UUID TEST = new UUID(4, 4);
    private static final Actor ADMIN = actor(1, Posting.inDistrict(Role.BUREAU_ADMIN));
    private static final Actor LEADER = actor(2, Posting.inDistrict(Role.BUREAU_LEADER));
    private static final Actor TEACHER = actor(3, Posting.atSchool(Role.TEACHER, SCHOOL));
    private static final Actor OFFICE = actor(4, Posting.atSchool(Role.SCHOOL_CLERK, SCHOOL));
    private static final PupilKey A = new PupilCode(SCHOOL, "1").key();
    private static final PupilKey B = new PupilCode(SCHOOL, "2").key();
    private static final PupilKey C = new PupilCode(SCHOOL, "3").key();

    private final Purposes purposes;
    private final Consents consents;
    private final PupilViews views;
    private final Retentions retentions;
    private final RetentionJob job;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ScoreStore store;
    private final Trial trial;
    private final String database;

    GateTest(Purposes purposes, Consents consents, PupilViews views, Retentions retentions, RetentionJob job,
            JdbcClient jdbc, TransactionTemplate transaction, @Value("${jgt.database.url}") String url) {
        this.purposes = purposes;
        this.consents = consents;
        this.views = views;
        this.retentions = retentions;
        this.job = job;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.store = new ScoreStore(jdbc);
        this.trial = new Trial(store);
        this.database = url.substring(url.lastIndexOf('/') + 1);
    }

    private static Actor actor(int number, Posting posting) {
        return new Actor(new UUID(8, number), null, "示例", Set.of(posting));
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = TestCluster.shared().postgres().superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE jgt_owner");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @BeforeEach
    void makeATableOfPupilData() throws SQLException {
        asOwner(Trial.SCHEMA, Trial.SCORE);
    }

    @AfterEach
    void dropIt() throws SQLException {
        asOwner("DROP SCHEMA trial CASCADE");
    }

    /** In the sample world's district; nothing of it stays. */
    private void takenBack(Runnable work) {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        }));
    }

    private Purpose inForce(Ground ground) {
        Terms terms = new Terms("试用" + ground, "试用", Set.of(Category.SCORE),
                new Basis(ground, ground == Ground.STATUTE ? "某法第一条" : "", "评估", TODAY, "示例领导01"), Set.of(Role.TEACHER),
                new Keeping(41, "学期结束后"), "告知", TODAY, null);
        if (purposes.propose(ADMIN, terms) instanceof Registered.Done done
                && purposes.confirm(LEADER, done.id()) instanceof Registered.Done) {
            return purposes.find(ADMIN, done.id()).orElseThrow();
        }
        throw new AssertionError("refused");
    }

    private Change answer(Purpose purpose, PupilKey pupil, Answer answer, Means means, String keptAt) {
        PupilCode code = Stream.of("1", "2", "3").map(each -> new PupilCode(SCHOOL, each))
                .filter(each -> each.key().equals(pupil)).findFirst().orElseThrow();
        return consents.note(OFFICE, new NewAnswer(code, purpose.id(), NoticeVersion.of(purpose.terms()), answer, TODAY,
                means, keptAt));
    }

    private static Look look(Purpose purpose, Kind kind) {
        return new Look(purpose.id(), kind, Set.of(Category.SCORE), "test=4 grade=5", "分析薄弱点");
    }

    private List<Integer> scores(Purpose purpose) {
        Opened<List<Integer>> opened = views.record(TEACHER, look(purpose, Kind.LOOK),
                access -> store.of(access, Set.of(A, B, C)));
        return opened instanceof Opened.Done<List<Integer>> done ? done.value() : List.of(-1);
    }

    private void enter(Purpose purpose, PupilKey pupil, int score) {
        views.record(TEACHER, look(purpose, Kind.ENTER), access -> {
            retentions.hold(access, pupil, TEST);
            return store.put(access, pupil, TEST, score);
        });
    }

    @Test
    void onlyWhoseGuardianConsentsIsSeenAndAWithdrawalHoldsAtOnceAndErases() {
        takenBack(() -> {
            Purpose purpose = inForce(Ground.CONSENT);
            assertThat(answer(purpose, A, Answer.GIVEN, Means.BY_PHONE, ""))
                    .isEqualTo(new Change.Refused("purpose.consent.refused.paper"));
            assertThat(answer(purpose, A, Answer.WITHDRAWN, Means.BY_PHONE, ""))
                    .isEqualTo(new Change.Refused("purpose.consent.refused.nothing"));
            assertThat(answer(purpose, A, Answer.GIVEN, Means.PAPER, "柜 1")).isInstanceOf(Change.Done.class);
            assertThat(answer(purpose, B, Answer.REFUSED, Means.PAPER, "柜 1")).isInstanceOf(Change.Done.class);
            assertThat(
                    consents.note(OFFICE,
                            new NewAnswer(new PupilCode(SCHOOL, "3"), purpose.id(), "00000000", Answer.GIVEN, TODAY,
                                    Means.PAPER, "柜 1")))
                    .isEqualTo(new Change.Refused("purpose.consent.refused.version"));
            assertThat(consents.note(TEACHER,
                    new NewAnswer(new PupilCode(SCHOOL, "3"), purpose.id(), "", Answer.REFUSED, TODAY,
                            Means.PAPER, "")))
                    .isEqualTo(new Change.Refused("purpose.consent.refused.school"));
            assertThat(consents.covers(A, purpose.id(), TODAY)).isTrue();
            assertThat(consents.covers(A, purpose.id(), TODAY.minusDays(1))).isFalse();
            assertThat(consents.covers(B, purpose.id(), TODAY)).isFalse();
            assertThat(consents.covers(C, purpose.id(), TODAY)).isFalse();
            enter(purpose, A, 81);
            enter(purpose, B, 92);
            assertThat(scores(purpose)).containsExactly(81);
            PupilViews.Viewing newest = views.page(null, 1).getFirst();
            assertThat(newest.pupils()).isEqualTo(1);
            assertThat(newest.account()).isEqualTo(TEACHER.accountId());
            assertThat(newest.why()).isEqualTo("分析薄弱点");

            assertThat(answer(purpose, A, Answer.WITHDRAWN, Means.BY_PHONE, "")).isInstanceOf(Change.Done.class);
            assertThat(consents.covers(A, purpose.id(), TODAY)).isFalse();
            assertThat(scores(purpose)).isEmpty();
            assertThat(consents.counts(OFFICE)).as("an office sees its own school's").hasSize(2);
            assertThat(consents.counts(TEACHER)).isEmpty();
            assertThat(consents.counts(LEADER)).extracting(Consents.Count::answer, Consents.Count::number)
                    .containsExactlyInAnyOrder(Tuple.tuple(Answer.REFUSED, 1),
                            Tuple.tuple(Answer.WITHDRAWN, 1));
            List<Certificate> certificates = job.run(DISTRICT, TODAY, List.of(trial));
            assertThat(certificates).hasSize(1);
            assertThat(certificates.getFirst().cause()).isEqualTo(Cause.CONSENT);
            assertThat(certificates.getFirst().rows()).isEqualTo(1);
            assertThat(jdbc.sql("select count(*) from trial.score").query(Integer.class).single()).isZero();
            assertThat(retentions.certificates(null, 5)).extracting(Certificate::line, Certificate::hash)
                    .containsExactly(
                            Tuple.tuple(certificates.getFirst().line(), certificates.getFirst().hash()));
        });
    }

    @Test
    void aClockRunsOutOnItsDayAndWhatItHeldIsGoneAndCertified() {
        takenBack(() -> {
            Purpose purpose = inForce(Ground.STATUTE);
            enter(purpose, A, 70);
            enter(purpose, B, 60);
            views.record(TEACHER, look(purpose, Kind.ENTER), access -> {
                retentions.begin(access, A, TEST, TODAY);
                retentions.begin(access, A, TEST, TODAY.plusDays(5));
                retentions.begin(access, B, TEST, TODAY);
                retentions.begin(access, B, TEST, TODAY.minusDays(1));
                return true;
            });
            // 20 November and 41 days is 31 December; the second begin moved A not later, and B a day earlier.
            LocalDate last = LocalDate.of(2024, 12, 31);
            assertThat(retentions.standings(TODAY.plusDays(10))).containsExactly(
                    new Retentions.Standing(purpose.id(), 0, 2, 0, 1, 2));
            assertThat(job.run(DISTRICT, last.minusDays(2), List.of(trial))).isEmpty();
            List<Certificate> before = job.run(DISTRICT, last.minusDays(1), List.of(trial));
            assertThat(before).extracting(Certificate::pupils).containsExactly(1);
            assertThat(before.getFirst().places()).containsExactly("trial.score 1");
            assertThat(before.getFirst().hash())
                    .isEqualTo(sha256(B.value() + " " + TEST + " trial.score 1\n"));
            assertThat(scores(purpose)).containsExactly(70);
            assertThat(job.run(DISTRICT, last, List.of(trial))).extracting(Certificate::cause)
                    .containsExactly(Cause.EVENT);
            assertThat(scores(purpose)).isEmpty();
            assertThat(retentions.standings(last)).isEmpty();
        });
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void rowsThatAnOwnerForgetsUndoTheWholeRun() {
        takenBack(() -> {
            Purpose purpose = inForce(Ground.STATUTE);
            enter(purpose, A, 70);
            assertThat(purposes.stop(LEADER, purpose.id(), "不再需要")).isInstanceOf(Registered.Done.class);
            assertThat(scores(purpose)).as("stopped at once").containsExactly(-1);
            assertThatThrownBy(() -> job.run(DISTRICT, TODAY.plusDays(41), List.of()))
                    .hasMessageContaining("Erasing").hasMessageContaining("Nothing was erased");
        });
        assertThatThrownBy(() -> takenBack(() -> {
            Purpose purpose = inForce(Ground.STATUTE);
            views.record(TEACHER, look(purpose, Kind.ENTER), access -> store.put(access, A, TEST, 70));
        })).as("no row without a clock").hasMessageContaining("score_district_purpose_pupil_batch_fkey");
    }

    @Test
    void nobodyGetsAccessWithoutAPurposeARoleAKindAndAReasonNorKeepsIt() {
        takenBack(() -> {
            Purpose purpose = inForce(Ground.STATUTE);
            int lines = views.page(null, 100).size();
            List<PupilAccess> kept = new ArrayList<>();
            Look good = look(purpose, Kind.GIVE);
            assertThat(views.record(LEADER, good, kept::add)).isEqualTo(
                    new Opened.Refused<>("purpose.view.refused.role"));
            assertThat(views.record(Actor.system(), good, kept::add)).isEqualTo(
                    new Opened.Refused<>("purpose.view.refused.role"));
            assertThat(views.record(TEACHER, new Look(purpose.id(), Kind.LOOK, Set.of(Category.NAME), "q", "w"),
                    kept::add)).isEqualTo(new Opened.Refused<>("purpose.view.refused.category"));
            assertThat(views.record(TEACHER, new Look(purpose.id(), Kind.LOOK, Set.of(Category.SCORE), "q", " "),
                    kept::add)).isEqualTo(new Opened.Refused<>("purpose.view.refused.why"));
            assertThat(views.record(TEACHER, new Look(new UUID(1, 1), Kind.LOOK, Set.of(Category.SCORE), "q", "w"),
                    kept::add)).isEqualTo(new Opened.Refused<>("purpose.view.refused.purpose"));
            assertThat(kept).isEmpty();
            assertThat(views.page(null, 100)).hasSize(lines);
            assertThat(views.record(TEACHER, good, kept::add)).isInstanceOf(Opened.Done.class);
            assertThat(views.page(null, 100)).as("a look at nobody is a look").hasSize(lines + 1);
            assertThatThrownBy(() -> kept.getFirst().admit(Set.of(A), Category.SCORE))
                    .hasMessageContaining("after its work was written down");
            assertThat(jdbc
                    .sql("""
                            select count(*) from unnest(array['purpose', 'decision', 'stop', 'consent', 'viewing', 'certificate']) t
                            where has_table_privilege('jgt_app', 'purpose.' || t, 'UPDATE')
                                or has_table_privilege('jgt_app', 'purpose.' || t, 'DELETE')
                                or has_table_privilege('jgt_app', 'purpose.' || t, 'TRUNCATE')
                            """)
                    .query(Integer.class).single()).as("insert-only for the application").isZero();
        });
    }
}

package org.jiaogongti.platform.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for another person is told like everything else that is due. */
@PlatformTest
class SecondPersonTest {

    private static final District FENGHUA = new District("330213");
    private static final String NOTHING = "update round.plan set round = round where false";
    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);

    private final ObjectProvider<Due.Source> sources;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SecondPersonTest(ObjectProvider<Due.Source> sources, JdbcClient jdbc, TransactionTemplate transactions) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private Due.Source source(String kind) {
        return sources.stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
    }

    private List<Due> open(String kind) {
        return source(kind).open(TODAY, TODAY.plusDays(30));
    }

    /** What is written is taken back, so that nobody else is reminded of it. */
    private List<Due> with(String kind, String sql) {
        return Objects.requireNonNull(Scope.call(FENGHUA, () -> transactions.execute(status -> {
            jdbc.sql(sql).update();
            List<Due> open = open(kind);
            status.setRollbackOnly();
            return open;
        })));
    }

    @Test
    void aTriedDraftOfTheNextRoundWaitsToBeIssued(Visitor visitor) {
        List<Due> open = with("round-issue", NOTHING);

        Due due = open.getFirst();
        assertThat(due.title()).isEqualTo("第二轮的章程：示例职员02 起草并试算过，等另一个人签发");
        assertThat(due.due()).isEqualTo(LocalDate.of(2024, 11, 19));
        assertThat(due.ladder().getFirst().postings()).containsExactlyInAnyOrder(
                Posting.inDistrict(Role.CHARTER_EDITOR), Posting.inDistrict(Role.BUREAU_ADMIN));
        assertThat(visitor.get(due.path()).status()).isNotEqualTo(404);
        assertThat(with("round-issue", NOTHING)).isEqualTo(open);
        assertThat(with("round-issue", "update round.trial set state = 'FAILED'"))
                .as("nobody issues what was not tried")
                .isEmpty();
    }

    @Test
    void aCloseWaitsForItsSecondSignature() {
        List<Due> open = with("goal-close",
                """
                        insert into goal.closing (id, round, state, as_of, words, sha256, proposed_by, proposed_name, proposed_on)
                        values (gen_random_uuid(), '第二轮', 'PROPOSED', '2024-11-18', '', repeat('a', 64), gen_random_uuid(), '示例职员01',
                            '2024-11-18')
                        """);

        assertThat(open).singleElement().satisfies(due -> {
            assertThat(due.title()).isEqualTo("第二轮的轮末结论：示例职员01 提出，等另一个人签署");
            assertThat(due.path()).isEqualTo("/goals/rounds/2");
            assertThat(due.due()).isEqualTo(LocalDate.of(2024, 11, 25));
        });
        assertThat(with("goal-close", NOTHING)).isEmpty();
    }

    @Test
    void aTextForThePublicWaitsForWhoPublishesIt() {
        List<Due> open = with("disclosure-publication",
                """
                        update disclosure.publication set state = 'WAITING', submitted_by = gen_random_uuid(), submitted_name = '示例职员01',
                            submitted_on = '2024-11-19' where id = (select id from disclosure.publication where state = 'DRAFT' limit 1)
                        """);

        assertThat(open).anySatisfy(due -> {
            assertThat(due.title()).endsWith("示例职员01 送审，等另一个人发布");
            assertThat(due.due()).isEqualTo(LocalDate.of(2024, 11, 26));
            assertThat(source(due.matter().kind()).sorts()).containsExactly(due.sort());
        });
    }

    @Test
    void anAppraisalsResultAndItsCorrectionsWait() {
        assertThat(with("appraisal-decision", NOTHING)).allSatisfy(
                due -> assertThat(due.ladder().getFirst().postings())
                        .containsExactly(Posting.inDistrict(Role.BUREAU_LEADER)));
        assertThat(with("appraisal-correction", NOTHING))
                .allSatisfy(due -> assertThat(due.path()).endsWith("/disputes"));
    }
}

package org.jiaogongti.platform.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.obligation.InstanceView;
import org.jiaogongti.platform.obligation.Overviews;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.Proof;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What filing and checking mean for the duties Q08 and Q09, one instance an occasion. The business date is 2024-11-20. */
@PlatformTest
class FilingDutiesTest {

    private static final District DISTRICT = new District("330213");
    private static final PlanText TEXT = new PlanText("数学组方案", "居敬小学。", "解决问题", "1. 说课", "五校 13 人");
    private static final String TERM = "2024-2025-1";

    private final Filings filings;
    private final FilingTray trays;
    private final Activities activities;
    private final Duties duties;
    private final List<UUID> made = new ArrayList<>();
    private final UUID lead;
    private final UUID community;

    record Duties(Progresses progresses, Overviews overviews, Proof proof) {}

    FilingDutiesTest(Filings filings, FilingTray trays, Activities activities, Progresses progresses,
            Overviews overviews, Proof proof, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.filings = filings;
        this.trays = trays;
        this.activities = activities;
        this.duties = new Duties(progresses, overviews, proof);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        this.lead = in(() -> transaction.execute(_ -> jdbc.sql("SELECT id FROM school.school WHERE name = '居敬小学'")
                .query(UUID.class).single()));
        this.community = in(() -> transaction.execute(_ -> jdbc
                .sql("SELECT community FROM activity.occasion WHERE school = :school LIMIT 1").param("school", lead)
                .query(UUID.class).single()));
    }

    @AfterEach
    void takeBack() {
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

    private Actor researcher() {
        return actor("甲", Posting.inCommunity(Role.RESEARCHER, community));
    }

    private UUID occasion(String kind, String date) {
        OccasionEntry entry = new OccasionEntry(UUID.randomUUID(), lead.toString(), date, "", lead.toString(),
                lead.toString(), "BACKBONE", "示例教师05", kind, Map.of(kind, "1"), "数学", List.of("五"), "",
                "报备责任测试 " + made.size(), Map.of(lead.toString(), "5"), "no");
        UUID id = ((Outcome.Done) in(() -> activities.record(clerk(), entry, List.of()))).id();
        made.add(id);
        return id;
    }

    private FilingOutcome.Done submit(UUID occasion, int base, PlanText text) {
        return done(in(() -> filings.submit(clerk(), occasion, new FilingEntry(UUID.randomUUID(), base, text),
                List.of())));
    }

    private static FilingOutcome.Done done(FilingOutcome outcome) {
        assertThat(outcome).isInstanceOf(FilingOutcome.Done.class);
        return (FilingOutcome.Done) outcome;
    }

    /** Where each of the two duties stands for an occasion; absent where nothing is owed. */
    private Map<String, String> owed(UUID occasion) {
        Map<String, String> owed = new TreeMap<>();
        for (String duty : List.of("Q08", "Q09")) {
            instance(duty, occasion).map(InstanceView::standing)
                    .ifPresent(standing -> owed.put(duty, standing.status().name()));
        }
        return owed;
    }

    private Optional<InstanceView> instance(String duty, UUID occasion) {
        InstanceKey key = new InstanceKey(duty, community.toString(), occasion.toString(), TERM);
        return in(() -> duties.progresses().instance(key));
    }

    private static List<String> moved(List<Effect> effects) {
        return effects.stream().filter(effect -> Set.of("Q08", "Q09").contains(effect.key().duty()))
                .map(effect -> effect.key().duty() + " " + effect.before() + "→" + effect.after() + " "
                        + effect.statusAfter())
                .toList();
    }

    @Test
    void aPlanIsOpenUntilApprovedFollowsWhatHappensToItAndEndsWithItsOccasion() {
        UUID occasion = occasion("joint-planning", "2024-12-20");
        assertThat(owed(occasion)).containsExactly(Map.entry("Q08", "OPEN"), Map.entry("Q09", "OPEN"));

        UUID plan = submit(occasion, 0, TEXT).filing().id();
        assertThat(owed(occasion)).as("handed in is not approved").containsValues("OPEN").doesNotContainValue("MET");
        assertThat(moved(in(() -> trays.sheet(researcher(), plan)).orElseThrow().effects()))
                .as("the tray says what approving would do").containsExactly("Q08 0→1 MET", "Q09 0→1 MET");

        done(in(() -> filings.decide(researcher(), plan, 1, What.RETURNED, "再写清楚")));
        assertThat(owed(occasion)).containsExactly(Map.entry("Q08", "OPEN"), Map.entry("Q09", "OPEN"));
        submit(occasion, 1, new PlanText(TEXT.title(), TEXT.timePlace(), "第二稿", TEXT.agenda(), TEXT.people()));
        assertThat(moved(done(in(() -> filings.decide(researcher(), plan, 2, What.ADVISED, "留讨论时间"))).effects()))
                .containsExactly("Q08 0→1 MET", "Q09 0→1 MET");
        assertThat(owed(occasion)).containsExactly(Map.entry("Q08", "MET"), Map.entry("Q09", "MET"));
        assertThat(moved(in(() -> trays.sheet(clerk(), plan)).orElseThrow().effects()))
                .containsExactly("Q08 0→1 MET", "Q09 0→1 MET");

        submit(occasion, 2, new PlanText(TEXT.title(), TEXT.timePlace(), "第三稿", TEXT.agenda(), TEXT.people()));
        assertThat(owed(occasion)).as("another text needs another approval").doesNotContainValue("MET");
        done(in(() -> filings.decide(researcher(), plan, 3, What.APPROVED, "")));
        done(in(() -> filings.takeBack(clerk(), plan, "时间没有定")));
        assertThat(owed(occasion)).as("as if nothing had been").doesNotContainValue("MET").hasSize(2);

        in(() -> activities.cancel(clerk(), occasion, 1, "改期"));
        assertThat(owed(occasion)).as("what is called off owes nothing").isEmpty();
        assertThat(in(() -> duties.proof().differences())).isEmpty();
    }

    @Test
    void filedAfterItWasHeldIsMissedWithBothDaysAndStaysSo() {
        UUID occasion = occasion("demonstration-lesson", "2024-11-18");
        assertThat(owed(occasion)).containsExactly(Map.entry("Q08", "MISSED"));
        assertThat(instance("Q08", occasion).orElseThrow().nearMisses()).singleElement()
                .satisfies(miss -> assertThat(miss.reasons()).containsExactly(
                        new Reason.NotFiledBefore(null, java.time.LocalDate.of(2024, 11, 18))));

        FilingOutcome.Done late = submit(occasion, 0, TEXT);
        assertThat(late.filing().lateDays()).isEqualTo(2);
        assertThat(moved(late.effects())).as("it comes too late to count").isEmpty();
        InstanceView view = instance("Q08", occasion).orElseThrow();
        assertThat(view.standing().status().name()).isEqualTo("MISSED");
        assertThat(view.nearMisses()).singleElement().satisfies(miss -> {
            assertThat(miss.reasons()).containsExactly(new Reason.NotFiledBefore(
                    java.time.LocalDate.of(2024, 11, 20), java.time.LocalDate.of(2024, 11, 18)));
            assertThat(((OccasionPart) miss.fact()).kind()).isEqualTo("demonstration-lesson");
        });
        assertThat(view.standing().about()).isEqualTo("2024-11-18 数学示范课");
    }

    @Test
    void filedOnTheDayIsInTime() {
        UUID occasion = occasion("demonstration-lesson", "2024-11-20");
        assertThat(owed(occasion)).containsExactly(Map.entry("Q08", "OPEN"));
        assertThat(moved(submit(occasion, 0, TEXT).effects())).containsExactly("Q08 0→1 MET");
        assertThat(owed(occasion)).containsExactly(Map.entry("Q08", "MET"));
    }

    @Test
    void aKindThatNeedsNoPaperOwesNone() {
        assertThat(owed(occasion("guidance-visit", "2024-12-18"))).isEmpty();
    }

    /** Summed or one by one the board's figures are the same, and an approval costs the same whatever there is. */
    @Test
    void sumsStandForWhatIsMetAndADecisionCostsAFixedNumberOfStatements() {
        Map<String, Integer> whole = met(
                in(() -> duties.overviews().of(_ -> List.of(TERM))).orElseThrow().standings());
        Map<String, Integer> summed = met(
                in(() -> duties.overviews().summed(_ -> List.of(TERM))).orElseThrow().standings());
        assertThat(summed).isEqualTo(whole).containsKey("Q08 MET");
        UUID first = submit(occasion("joint-planning", "2024-12-20"), 0, TEXT).filing().id();
        UUID second = submit(occasion("joint-planning", "2024-12-20"), 0, TEXT).filing().id();
        SqlCount once = SqlCount.of(() -> in(() -> filings.decide(researcher(), first, 1, What.APPROVED, "")));
        SqlCount.of(() -> in(() -> filings.decide(researcher(), second, 1, What.APPROVED, "")))
                .assertSelects(once.selects());
    }

    private static Map<String, Integer> met(List<Standing> standings) {
        Map<String, Integer> met = new TreeMap<>();
        standings.forEach(standing -> met.merge(standing.duty() + " " + standing.status(), standing.number(),
                Integer::sum));
        return met;
    }

    private static <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scope.call(DISTRICT, work);
    }
}

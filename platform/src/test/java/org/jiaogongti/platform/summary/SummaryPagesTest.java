package org.jiaogongti.platform.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.inspection.InspectionYears.Found;
import org.jiaogongti.platform.inspection.InspectionYears;
import org.jiaogongti.platform.obligation.Overviews;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.summary.YearSummary.Community;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A year summed up: against the archive, the ledger and the findings it stands on. */
@PlatformTest
final class SummaryPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String DECIDED = "2022-2023";
    private static final String GOING = "2024-2025";

    private final Summaries summaries;
    private final Overviews overviews;
    private final InspectionYears inspections;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SummaryPagesTest(Summaries summaries, Overviews overviews, InspectionYears inspections, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.summaries = summaries;
        this.overviews = overviews;
        this.inspections = inspections;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private YearSummary summary(String year) {
        return Scope.call(DISTRICT, () -> summaries.show(year)).orElseThrow();
    }

    /** What is summed in the database is what comes of adding instance by instance. */
    @Test
    void aRunningYearIsTheSumOfItsInstances() {
        Map<UUID, Promised> sums = new HashMap<>();
        List<Standing> standings = Scope.call(DISTRICT, () -> overviews.of(inForce -> Standings
                .periods(inForce.world(), GOING).stream().map(Period::name).toList())).orElseThrow().standings();
        standings.forEach(each -> sums.merge(UUID.fromString(each.instance().community()),
                Promised.of(each.status(), 1, each.counted()), Promised::plus));
        YearSummary summary = summary(GOING);
        assertThat(summary.communities()).hasSize(5)
                .allSatisfy(each -> assertThat(each.promised()).isEqualTo(sums.get(each.id())));
        assertThat(summary.version()).isNull();
        assertThat(summary.paid()).isNull();
        assertThat(summary.sections().stream().flatMap(each -> each.duties().stream()).map(YearSummary.Duty::sum)
                .reduce(Promised.NOTHING, Promised::plus)).isEqualTo(summary.promised());
    }

    /** Finding by finding, by the last day on which each was handed in. */
    @Test
    void whatWasFoundIsSummedByWhatBecameOfIt() {
        LocalDate today = LocalDate.of(2024, 11, 20);
        List<Found> each = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select f.state, f.deadline, (select max(s.on_day) from inspection.finding_step s
                    where s.finding = f.id and s.what = 'RECTIFIED') as handed
                from inspection.finding f where f.on_day between '2024-09-01' and '2025-08-31'
                """).query((row, n) -> {
            String state = row.getString("state");
            LocalDate deadline = row.getObject("deadline", LocalDate.class);
            LocalDate handed = row.getObject("handed", LocalDate.class);
            boolean closed = state.equals("CLOSED");
            boolean open = state.equals("OPEN");
            return new Found(0, 1, closed && !handed.isAfter(deadline) ? 1 : 0,
                    closed && handed.isAfter(deadline) ? 1 : 0,
                    state.equals("RECTIFIED") || (open && !deadline.isBefore(today)) ? 1 : 0,
                    open && deadline.isBefore(today) ? 1 : 0, state.equals("DISPUTED") ? 1 : 0,
                    state.equals("WITHDRAWN") ? 1 : 0);
        }).list()));
        Found sum = summary(GOING).inspected().found();
        Found expected = each.stream().reduce(Found.NOTHING, Found::plus);
        assertThat(new Found(0, sum.all(), sum.inTime(), sum.late(), sum.open(), sum.overdue(), sum.disputed(),
                sum.withdrawn())).isEqualTo(expected);
        assertThat(expected.overdue()).isPositive();
        assertThat(expected.withdrawn()).isPositive();
        assertThat(sum.visits()).isPositive();
        assertThat(summary(GOING).inspected().accounted().all()).isPositive();
    }

    /** Replayed step by step until today, it comes to what the states say; until an earlier day, to less. */
    @Test
    void aDecidedYearTellsWhatWasFoundAsOfTheDecision(Visitor visitor) {
        LocalDate today = LocalDate.of(2024, 11, 20);
        for (DateRange days : List.of(new DateRange(LocalDate.of(2019, 9, 1), LocalDate.of(2023, 8, 31)),
                new DateRange(LocalDate.of(2023, 9, 1), LocalDate.of(2025, 8, 31)))) {
            LocalDate last = days.last().isBefore(today) ? days.last() : today;
            assertThat(lines(() -> inspections.asOf(days, last, today)))
                    .isEqualTo(lines(() -> inspections.lines(days, last, today)));
        }
        YearSummary decided = summary(DECIDED);
        assertThat(decided.judged()).isEqualTo(LocalDate.of(2023, 10, 31));
        DateRange autumn = new DateRange(LocalDate.of(2024, 9, 1), LocalDate.of(2024, 11, 20));
        Found then = sum(() -> inspections.asOf(autumn, today, LocalDate.of(2024, 10, 31)));
        Found now = sum(() -> inspections.lines(autumn, today, today));
        assertThat(then.all()).isPositive().isLessThan(now.all());
        assertThat(then.visits()).isPositive().isLessThan(now.visits());
        assertThat(visitor.as("示例领导01").get("/summaries/" + DECIDED).text())
                .contains("按审定那天（2023-10-31）算", "到 2024-11-20，这一年的问题");
    }

    private Map<Optional<UUID>, InspectionYears.Line> lines(Supplier<List<InspectionYears.Line>> lines) {
        return Scope.call(DISTRICT, lines::get).stream()
                .collect(Collectors.toMap(each -> Optional.ofNullable(each.community()), each -> each));
    }

    private Found sum(Supplier<List<InspectionYears.Line>> lines) {
        return Scope.call(DISTRICT, lines::get).stream().map(InspectionYears.Line::found)
                .reduce(Found.NOTHING, Found::plus);
    }

    /** Communities stand in the notice's order; each figure opens, and the document holds the same ones. */
    @Test
    void aDecidedYearOpensAndLeavesAsADocument(Visitor visitor) throws IOException {
        YearSummary summary = summary(DECIDED);
        assertThat(summary.paid()).isEqualTo(BigInteger.valueOf(50_000_000));
        assertThat(summary.communities()).extracting(Community::name).startsWith("岳林小学教学共同体", "龙津实验学校教学共同体");
        Visitor leader = visitor.as("示例领导01");
        Page page = leader.get("/summaries/" + DECIDED);
        assertThat(page.text()).contains("500,000.00", "第 2 版归档");
        assertThat(page.html().select("figure.bc")).hasSize(3);
        assertThat(page.html().select("[style], script:not([src])")).isEmpty();
        List<String> ways = page.html().select("main td a").eachAttr("href");
        assertThat(ways.stream().filter(each -> each.startsWith("/appraisals/")).count()).isGreaterThan(50);
        assertThat(ways.stream().filter(each -> each.startsWith("/duties/")).count()).isPositive();
        Map<String, List<String>> kinds = ways.stream().collect(Collectors.groupingBy(each -> each.split("/")[1]));
        kinds.values().forEach(each -> assertThat(leader.get(each.getFirst()).status()).isEqualTo(200));
        String found = page.html().select("section[aria-labelledby=found] th a").getFirst().attr("href");
        assertThat(leader.get(found).text()).contains("问题");

        Page file = leader.get("/summaries/" + DECIDED + "/export.docx");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.bytes()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(document.getAllPictures()).hasSize(3);
            assertThat(text.getText()).contains("2022学年教育共同体工作总结", "500,000.00", "核验码")
                    .doesNotContain("示例教师", "示例校长");
        }
        assertThat(leader.get("/summaries/" + DECIDED + "/export.pdf").status()).isEqualTo(200);
        List<String> taken = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select object_kind from journal.entry where action = 'SummaryTaken'
                """).query(String.class).list()));
        assertThat(taken).hasSizeGreaterThanOrEqualTo(2);
    }

    /** A calendar year's money is that of its schools' approved payments; a school year has none of its own. */
    @Test
    void aCalendarYearTellsWhatWasSpent() {
        YearSummary.Spent spent = Objects.requireNonNull(summary("2024").spent());
        List<Long> sums = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select coalesce(sum(e.fen) filter (where e.source = 'OWN'), 0)::bigint as own,
                    coalesce(sum(e.fen) filter (where e.source = 'GRANT'), 0)::bigint as granted
                from spending.expense e where e.state = 'APPROVED' and e.year = 2024
                """).query((row, n) -> List.of(row.getLong("own"), row.getLong("granted"))).single()));
        assertThat(List.of(spent.own(), spent.grant())).isEqualTo(sums);
        assertThat(spent.all()).isPositive();
        assertThat(summary(GOING).spent()).isNull();
        long out = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select coalesce(sum(l.fen), 0) from spending.payout_line l join spending.payout p on p.id = l.payout
                where p.appraisal = :year
                """).param("year", DECIDED).query(Long.class).single()));
        assertThat(summary(DECIDED).out()).isEqualTo(BigInteger.valueOf(out));
    }

    @Test
    void itIsTheBureausAndNamesNoYearThatIsNot(Visitor visitor) {
        assertThat(visitor.as("示例校长03").get("/summaries").status()).isEqualTo(403);
        Visitor clerk = visitor.as("示例职员01");
        assertThat(clerk.get("/summaries").text()).contains("2023学年总结", "以奖代补还没有审定");
        assertThat(clerk.get("/summaries/1999-2000").status()).isEqualTo(404);
        assertThat(clerk.get("/summaries/2024").text()).contains("2024年总结", "这一年还在进行");
        clerk.get("/summaries/" + GOING);
        SqlCount.of(() -> clerk.get("/summaries/" + GOING)).assertSelectsAtMost(14);
        clerk.get("/summaries/" + DECIDED);
        SqlCount.of(() -> clerk.get("/summaries/" + DECIDED)).assertSelectsAtMost(26);
    }
}

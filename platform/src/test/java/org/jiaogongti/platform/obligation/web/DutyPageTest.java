package org.jiaogongti.platform.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Judgement;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.web.DutyFacts.Entry;
import org.jiaogongti.platform.obligation.web.DutyFacts.Refusal;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.sample.SampleStandings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The pages of duties over the sample world, and what other numbers and readings would make of it. */
class DutyPageTest {

    private static final SampleStandings SAMPLE = SampleStandings.at(LocalDate.of(2024, 11, 20));
    private static final InstanceKey LESSONS = new InstanceKey("Q21", "居敬小学", "-", "2024-2025-1");

    private static Standing standing(InstanceKey key) {
        return SAMPLE.standings().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }

    private static DutyView view(InstanceKey key) {
        Standing standing = standing(key);
        List<Entry> counted = new ArrayList<>();
        List<Entry> planned = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Map<UUID, SourceNote> notes = new HashMap<>();
        Counting counting = SAMPLE.inForce().counting();
        for (Fact fact : SAMPLE.facts()) {
            UUID id = UUID.fromString(fact.source());
            for (Contribution each : counting.contributionsOf(fact)) {
                if (each.key().equals(key)) {
                    counted.add(new Entry(id, fact, each.amount(), each.countsOn()));
                }
            }
            for (Contribution each : counting.plannedContributionsOf(fact)) {
                if (each.key().equals(key)) {
                    planned.add(new Entry(id, fact, each.amount(), each.countsOn()));
                }
            }
            for (Judgement each : counting.judge(fact)) {
                boolean onlyPlanned = each.reasons().stream().anyMatch(reason -> reason.code().equals("planned"));
                if (key.equals(each.key()) && each.nearMiss() && !onlyPlanned) {
                    refused.add(new Refusal(id, fact, each.reasons()));
                }
            }
            notes.put(id, new SourceNote("/activities/" + id, "示例课题", List.of("示例教师01"), 12, 0,
                    SourceNote.Answer.CONFIRMED, null, List.of()));
        }
        counted.sort(Comparator.comparing(Entry::countsOn));
        List<Standing> history = SAMPLE.standings().stream()
                .filter(each -> each.duty().equals(key.duty()) && each.key().bearer().equals(key.bearer())
                        && each.instance().lastDay().isBefore(standing.instance().firstDay()))
                .toList();
        Outlooks outlooks = Outlooks.over(SAMPLE.inForce(), SAMPLE.contributions(), SAMPLE.today());
        Words words = new Words(Rendering.ZH);
        Span span = Span.of(SAMPLE.inForce().charter(), SAMPLE.inForce().world(),
                Span.termOf(SAMPLE.inForce().world(), SAMPLE.today()).orElseThrow(), Span.Width.TERM);
        return new DutyBuilder(new DutyFacts(SAMPLE.inForce().charter(), SAMPLE.inForce().world(),
                SAMPLE.inForce().labels(), SAMPLE.today(), standing, counted, planned, refused, history, notes,
                outlooks.of(standing), outlooks.tested(standing),
                new Trial(SAMPLE.inForce(), SAMPLE.facts(), List.of(), SAMPLE.today()).readings(standing, words),
                List.of(new DutyView.Step(1, "算式", "9")), null, Nudges.State.NEVER), span, words).build();
    }

    @Test
    void theFigureIsTheSumOfTheRowsBelow() {
        DutyView view = view(LESSONS);
        assertThat(view.figure().progress()).isEqualTo(9);
        assertThat(view.counted().stream().mapToInt(DutyView.Line::amount).sum()).isEqualTo(9);
        assertThat(view.planned().stream().mapToInt(DutyView.Line::amount).sum()).isEqualTo(4);
        assertThat(view.figure().gap()).contains("2");
        assertThat(view.heading().mark()).isEqualTo(Mark.SOON);
    }

    @Test
    void everyRefusalHasItsReason() {
        DutyView view = view(LESSONS);
        assertThat(view.refused()).isNotEmpty().allSatisfy(line -> assertThat(line.reason()).isNotBlank());
    }

    @Test
    void theUnusedReadingStandsBesideTheUsedOneWithItsResult() {
        DutyView.Reading reading = Objects.requireNonNull(view(LESSONS).reading());
        assertThat(reading.alternatives()).hasSize(2);
        assertThat(reading.alternatives().getFirst().result()).contains("9/15");
        assertThat(reading.alternatives().getLast().result()).contains("/15").contains("、");
    }

    @Test
    void theQuotationIsTheClauseToTheCharacter() {
        DutyView view = view(LESSONS);
        String quoted = view.quote().runs().stream().map(DutyView.Run::text).reduce("", String::concat);
        assertThat(quoted).isEqualTo(SAMPLE.inForce().charter().notice().clause("三(三)4").orElseThrow().text()
                .strip());
        assertThat(view.quote().runs().stream().filter(DutyView.Run::marked)).hasSize(1);
    }

    @Test
    void thePageOpensEveryRecordAndHoldsNoInlineStyle() {
        Document page = Rendering.page("obligation/duty", Map.of("view", view(LESSONS), "cards", List.of()),
                Rendering.ZH);
        Rendering.page("obligation/duty", Map.of("view", view(LESSONS), "cards", List.of()), Rendering.EN);
        assertThat(page.select("a[href^=/activities/]").size()).isGreaterThanOrEqualTo(13);
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(page.select("svg.fc[aria-label]")).hasSize(1);
        assertThat(page.select("blockquote mark").text()).contains("示范课15节以上");
    }

    @Test
    void suspendedDutiesShowTheLawAndNoFraction() {
        DutyView view = view(new InstanceKey("Q18", "居敬小学", "-", "2024-2025-1"));
        assertThat(view.figure().plain()).isFalse();
        assertThat(view.law()).isNotNull();
        assertThat(view.actors()).isEmpty();
        assertThat(view.heading().recordHref()).isEmpty();
    }

    @Test
    void aTrialIsWhatTheEngineSaysUnderTheOtherNumber() {
        Charter twenty = SAMPLE.inForce().charter().quantity("Q21", new Quantity.AtLeast(20));
        List<Progress> whole = Evaluation.of(new Counting(twenty, SAMPLE.inForce().world()), SAMPLE.facts(),
                List.of(), SAMPLE.today()).progress().stream().filter(each -> each.key().duty().equals("Q21")).toList();
        assertThat(new Trial(SAMPLE.inForce(), SAMPLE.facts(), List.of(), SAMPLE.today()).progress(twenty, "Q21"))
                .isEqualTo(whole);
        assertThat(whole).extracting(Progress::target).containsOnly(20);
    }
}

package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Author;
import org.jiaogongti.platform.appraisal.Budgets;
import org.jiaogongti.platform.appraisal.Dispute.Outcome;
import org.jiaogongti.platform.appraisal.Records;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.RunChanges.Objection;
import org.jiaogongti.platform.appraisal.RunHistory;
import org.jiaogongti.platform.appraisal.Schemes;
import org.jiaogongti.platform.appraisal.Schemes.Order;
import org.jiaogongti.platform.appraisal.SchoolWord;
import org.springframework.stereotype.Component;

/**
 * Schemes adopted before their years, and budgets, one of them set anew. One year is decided and public, with an objection
 * upheld and one denied; a calendar year is decided, so that the next can be measured by it; one year was made up for late, is
 * proposed, and its schools were heard. The last school year waits to be frozen, the running year goes on.
 */
@Component
final class AppraisalLoad {

    private static final String CHARTER = "fenghua-2019";
    private static final String CLERK = "示例职员01";
    private static final String LEADER = "示例领导01";
    private static final String DONE = "2022-2023";
    private static final String LATE = "2021-2022";
    private static final String OPEN = "2023-2024";
    private static final String CALENDAR_DONE = "2023";
    private static final String CALENDAR = "2024";
    /** The lead's head guides a member: a record that counts for this duty alone. */
    private static final String GUIDANCE = "Q05";
    /** The duty to file beforehand: what was disputed in vain had been filed. */
    private static final String FILED = "Q08";

    private final Schemes schemes;
    private final Budgets budgets;
    private final RunHistory runs;

    AppraisalLoad(Schemes schemes, Budgets budgets, RunHistory runs) {
        this.schemes = schemes;
        this.budgets = budgets;
        this.runs = runs;
    }

    void load(SampleWorld world, SampleKeys keys) {
        scheme(world, "plain", "2021-2022", "示例文〔2021〕30 号", "2021-08-23");
        adopt(world, Charters.bundledSchemeText(CHARTER, "sample-2024").replace("2024", "2023"), "2023",
                "示例文〔2022〕61 号", "2022-12-19");
        scheme(world, "sample-2024", "2024", "示例文〔2023〕58 号", "2023-12-18");
        budget(world, DONE, 50_000_000L, "示例文〔2023〕40 号", "2023-08-30");
        budget(world, CALENDAR_DONE, 50_000_000L, "示例文〔2023〕55 号", "2023-12-08");
        budget(world, LATE, 40_000_000L, "示例文〔2024〕40 号", "2024-10-11");
        budget(world, OPEN, 55_000_000L, "示例文〔2024〕36 号", "2024-08-28");
        budget(world, OPEN, 60_000_000L, "示例文〔2024〕41 号", "2024-10-18");
        budget(world, CALENDAR, 60_000_000L, "示例文〔2024〕52 号", "2024-12-20");
        if (world.date().isBefore(SampleCalendar.TODAY)) {
            return;
        }
        Told told = new Told(world, keys, runs);
        told.decided();
        told.calendarYear();
        told.heard();
    }

    private void scheme(SampleWorld world, String id, String year, String document, String on) {
        adopt(world, Charters.bundledSchemeText(CHARTER, id), year, document, on);
    }

    private void adopt(SampleWorld world, String text, String year, String document, String on) {
        LocalDate day = LocalDate.parse(on);
        if (!day.isAfter(world.date())) {
            schemes.setUp(Actor.system(), SampleIds.of(day, "scheme " + year), new Order(year, text, document), day,
                    CLERK);
        }
    }

    private void budget(SampleWorld world, String year, long fen, String document, String on) {
        LocalDate day = LocalDate.parse(on);
        if (!day.isAfter(world.date())) {
            budgets.setUp(Actor.system(), SampleIds.of(day, "budget " + year + fen), year, fen, document, day, CLERK);
        }
    }

    /** The two years as they went. */
    private record Told(SampleWorld world, SampleKeys keys, RunHistory runs) {

        void decided() {
            runs.freeze(DONE, day("2023-10-13"), by(CLERK, "2023-09-25"));
            SampleWorld.Community community = world.communities().get(2);
            String lead = community.lead();
            String member = community.members().getFirst();
            Records records = runs.records(DONE, keys.of(member));
            dispute(DONE, member, "指导管理", visit(records, lead), "那天下大雨，指导改了期，后来没有补。", Outcome.UPHELD,
                    "问了两校，门卫登记也没有来访，当天确实没有办。", "2023-10-09");
            dispute(DONE, member, "示范课", lesson(records, lead), "这一节是本校教师上的，不是牵头校上的。", Outcome.DENIED,
                    "教案和听课记录上是牵头校的教师上课，记录没有错。", "2023-10-10");
            checked(DONE, "2023-10-11", 0);
            runs.say(DONE, keys.of(lead), SchoolWord.What.REMARK, "", "缺的一次指导已经约在下学期。",
                    by(office(lead), "2023-10-12"));
            runs.step(DONE, Run.What.REVIEW, "", by(CLERK, "2023-10-16"));
            runs.propose(DONE, day("2023-10-27"), "", by(CLERK, "2023-10-17"));
            runs.say(DONE, keys.of(lead), SchoolWord.What.STATEMENT, "", "同意结果，以后改期会及时改记录。",
                    by(office(lead), "2023-10-20"));
            runs.step(DONE, Run.What.FINAL, "已经听取，结果不变。", by(LEADER, "2023-10-31"));
            runs.step(DONE, Run.What.PUBLISHED, "", by(CLERK, "2023-11-03"));
        }

        /** Nothing was disputed, so there is one version. */
        void calendarYear() {
            runs.freeze(CALENDAR_DONE, day("2024-01-12"), by(CLERK, "2024-01-03"));
            checked(CALENDAR_DONE, "2024-01-10", 0);
            runs.step(CALENDAR_DONE, Run.What.REVIEW, "", by(CLERK, "2024-01-15"));
            runs.propose(CALENDAR_DONE, day("2024-01-22"), "", by(CLERK, "2024-01-15"));
            runs.step(CALENDAR_DONE, Run.What.FINAL, "", by(LEADER, "2024-01-25"));
            runs.step(CALENDAR_DONE, Run.What.PUBLISHED, "", by(CLERK, "2024-01-26"));
        }

        /** A year that nobody appraised in its time, made up for. */
        void heard() {
            runs.freeze(LATE, day("2024-10-31"), by(CLERK, "2024-10-21"));
            checked(LATE, "2024-10-29", 3);
            SampleWorld.Community community = world.communities().get(1);
            runs.say(LATE, keys.of(community.lead()), SchoolWord.What.REMARK, "", "方案有几次是口头先报的，书面晚了一两天。",
                    by(office(community.lead()), "2024-10-29"));
            runs.step(LATE, Run.What.REVIEW, "", by(CLERK, "2024-11-04"));
            runs.propose(LATE, day("2024-11-18"), "", by(CLERK, "2024-11-05"));
            runs.say(LATE, keys.of(community.lead()), SchoolWord.What.STATEMENT, "",
                    "希望把晚了一两天的报备和没有报备的分开看。", by(office(community.lead()), "2024-11-12"));
        }

        /** All schools but the last few have checked. */
        private void checked(String year, String on, int missing) {
            List<String> schools = world.communities().stream()
                    .flatMap(each -> Stream.concat(Stream.of(each.lead()), each.members().stream())).toList();
            schools.subList(0, schools.size() - missing).forEach(school -> runs.say(year, keys.of(school),
                    SchoolWord.What.CHECKED, "", "", by(office(school), on)));
        }

        /** The lead's visit to this member, which counts there and nowhere else: it changes one number. */
        private static Records.Item visit(Records records, String lead) {
            return first(records, lead, item -> item.kinds().equals(List.of("guidance-visit"))
                    && item.duties().equals(List.of(GUIDANCE)));
        }

        private static Records.Item lesson(Records records, String lead) {
            return first(records, lead, item -> item.kinds().equals(List.of("demonstration-lesson"))
                    && item.duties().contains(FILED));
        }

        private static Records.Item first(Records records, String lead, Predicate<Records.Item> wanted) {
            return records.all().stream()
                    .filter(each -> each.counts() && each.ledBy().equals(List.of(lead)) && wanted.test(each))
                    .findFirst().orElseThrow();
        }

        private void dispute(String year, String member, String kind, Records.Item item, String words,
                Outcome outcome, String answer, String on) {
            String label = item.day() + " · " + kind + " · " + String.join("、", item.ledBy()) + " 牵头";
            runs.dispute(year, keys.of(member), new Objection(item.source(), label, words),
                    by(office(member), on), outcome, answer, by("示例督学01", on));
        }

        private Author by(String name, String on) {
            return RunHistory.by(keys.accountOf(name), name, day(on));
        }

        private static LocalDate day(String on) {
            return LocalDate.parse(on);
        }

        private String office(String school) {
            return world.people().stream()
                    .filter(person -> school.equals(person.school()) && person.rank() == Rank.PRINCIPAL)
                    .map(SampleWorld.Person::name).findFirst().orElseThrow();
        }
    }
}

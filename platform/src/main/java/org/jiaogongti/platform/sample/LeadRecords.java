package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jiaogongti.platform.sample.Script.Amount;

/** What the lead school does for its members in a term. */
final class LeadRecords {

    private final Setting set;

    LeadRecords(Setting set) {
        this.set = set;
    }

    /** Demonstration lessons, half of them discussed on the spot, and the observed lessons that are left. */
    void lessons() {
        SampleTerm term = set.term();
        Amount lessons = set.script().amount("Q21", term.isEpidemic() ? 8 : 15, 3);
        Amount observed = set.script().amount("Q22", term.isEpidemic() ? 15 : 30, 5);
        List<When> days = set.script().days(lessons, "demonstration");
        int told = 0;
        int planned = 0;
        int done = 0;
        int number = 0;
        while (done < days.size()) {
            When when = days.get(done);
            // In the thin terms one visit gives two lessons.
            int count = term.isDense() || done + 2 > days.size() ? 1 : 2;
            boolean discussed = number % 2 == 0;
            demonstration(when, number, count, discussed);
            told += discussed && when.pace() != Pace.PLANNED ? 1 : 0;
            planned += discussed && when.pace() == Pace.PLANNED ? 1 : 0;
            done += count;
            number++;
        }
        boolean known = set.script().isTold();
        int later = known ? observed.later() : 0;
        observations(new Amount(Math.max(0, observed.now() - (known ? discussedBefore(days) : told)),
                Math.max(0, observed.planned() - planned), later));
    }

    private static int discussedBefore(List<When> days) {
        return (int) IntStream.range(0, days.size()).filter(index -> index % 2 == 0)
                .filter(index -> days.get(index).pace() == Pace.TOLD).count();
    }

    private void demonstration(When when, int number, int count, boolean discussed) {
        Draft draft = set.draft(when.date(), "demonstration " + number);
        String subject = draft.chance.percent(80)
                ? draft.chance.pick(Setting.EXAMINED)
                : draft.chance.pick(SamplePlaces.SUBJECTS);
        draft.at(set.member(number + set.term().name().charAt(3)))
                .ledBy(set.backbone(subject, draft.chance), set.lead())
                .lesson("demonstration-lesson", subject, SampleTopics.lesson(subject, draft.chance), count);
        if (discussed) {
            draft.part("lesson-observation", subject, draft.parts.getFirst().grades(), 1);
        }
        set.audience(draft, draft.chance.between(12, 24));
        set.close(draft, when.pace());
    }

    private void observations(Amount lessons) {
        List<When> days = new ArrayList<>(set.script().days(lessons, "observation"));
        int number = 0;
        while (!days.isEmpty()) {
            When when = days.getFirst();
            int most = (int) days.stream().filter(other -> other.pace() == when.pace()).count();
            int count = Math.min(most, set.term().isDense() ? 1 + number % 2 : 2 + number % 3);
            Draft draft = set.draft(when.date(), "observation " + number);
            String subject = draft.chance.pick(Setting.EXAMINED);
            draft.at(set.member(number + 1)).ledBy(set.backbone(subject, draft.chance), set.lead())
                    .lesson("lesson-observation", subject, SampleTopics.lesson(subject, draft.chance), count);
            draft.people(set.lead(), draft.chance.between(1, 3)).people(draft.host, draft.chance.between(2, 6));
            set.close(draft, when.pace());
            days.subList(0, count).clear();
            number++;
        }
    }

    void lectures() {
        int number = 0;
        for (When when : set.script().days(set.script().amount("Q23", 3, 1), "lecture")) {
            Draft draft = set.draft(when.date(), "lecture " + number);
            draft.at(set.member(number + 2)).ledBy(set.backbone("语文", draft.chance), set.lead())
                    .about(SampleTopics.lecture(draft.chance)).part("lecture", null, List.of(), 1);
            set.audience(draft, draft.chance.between(20, 45));
            set.close(draft, when.pace());
            number++;
        }
    }

    /** The lead's principal or vice-principal comes to each member. */
    void guidance() {
        for (int place = 0; place < set.community().members().size(); place++) {
            String member = set.community().members().get(place);
            int number = 0;
            for (When when : set.script().days(set.script().each("Q05", member, place, 2), "guidance " + member)) {
                Person head = set.people().ofRank(set.lead(), number % 2 == 0 ? Rank.PRINCIPAL : Rank.VICE_PRINCIPAL);
                Draft draft = set.draft(when.date(), "guidance " + member + " " + number);
                draft.at(member).ledBy(head, set.lead()).about(SampleTopics.visit(draft.chance)).part("guidance-visit",
                        null, List.of(), 1);
                draft.people(set.lead(), 2).people(member, draft.chance.between(3, 6));
                set.close(draft, when.pace());
                number++;
            }
        }
    }

    void outreach() {
        Amount amount = set.script().amount("Q16", 1, 0);
        boolean autumn = set.term().isFirstOfYear();
        for (int number = 0; number < amount.sum(); number++) {
            String story = "outreach " + number;
            When when = set.script().oneDay(autumn ? set.inTerm(11, 4) : set.inTerm(4, 6),
                    autumn ? set.inTerm(11, 19) : set.inTerm(4, 29), story);
            if (amount.now() == 0 && set.script().isTold()) {
                when = new When(LocalDate.of(2024, 12, 11 + number), Pace.UNKNOWN);
            }
            Draft draft = set.draft(when.date(), story);
            String subject = draft.chance.pick(Setting.EXAMINED);
            draft.at(set.community().members().getLast()).ledBy(set.backbone(subject, draft.chance), set.lead())
                    .lesson("outreach-lesson", subject, SampleTopics.lesson(subject, draft.chance), 2);
            set.audience(draft, draft.chance.between(14, 26));
            set.close(draft, when.pace());
        }
    }

    /** Once a school year; those whom it did not reach in the told autumn have theirs in spring. */
    void training() {
        boolean spring = !set.term().isFirstOfYear();
        boolean toldYear = "2024-2025".equals(set.term().schoolYear());
        if (spring && !toldYear) {
            return;
        }
        Script autumn = new Script(SampleCalendar.terms().get(10), set.community());
        List<String> members = set.community().members();
        List<String> reached = IntStream.range(0, members.size()).filter(
                place -> !toldYear || autumn.each("Q20", members.get(place), place, 1).now() == (spring ? 0 : 1))
                .mapToObj(members::get).toList();
        if (reached.isEmpty()) {
            return;
        }
        When when = set.script().oneDay(spring ? set.inTerm(3, 5) : set.inTerm(9, 23),
                spring ? set.inTerm(3, 28) : set.inTerm(11, 8), "training");
        Draft draft = set.draft(when.date(), "training");
        draft.at(set.lead()).ledBy(set.people().ofRank(set.lead(), Rank.VICE_PRINCIPAL), set.lead())
                .about("成员校教师全员培训：" + SampleTopics.lecture(draft.chance)).part("staff-training", null, List.of(), 1);
        for (String member : reached) {
            draft.people(member, Math.max(8, set.places().school(member).teachersIn2024() - 6));
        }
        set.close(draft, when.pace());
    }

    /** The yearly contests; tests and competitions across schools only until the law forbade them. */
    void contests() {
        String year = set.term().schoolYear() + " " + set.community().shortName();
        boolean autumn = set.term().isFirstOfYear();
        boolean inAutumn = !List.of("2024-2025 居敬", "2024-2025 实验", "2021-2022 锦屏").contains(year);
        if (autumn ? inAutumn : "2024-2025 实验".equals(year)) {
            contest("classroom-contest", "课堂教学评比", autumn ? set.inTerm(10, 14) : set.inTerm(3, 24), set.script());
        }
        boolean toldAutumn = List.of("岳林", "居敬", "实验", "锦屏").contains(set.community().shortName());
        if ("2024-2025".equals(set.term().schoolYear()) ? autumn == toldAutumn : !autumn) {
            LocalDate from = autumn
                    ? set.community().shortName().equals("锦屏") ? set.inTerm(12, 2) : set.inTerm(10, 21)
                    : set.inTerm(5, 11);
            contest("material-contest", "好学案、好课例、好试卷评比", from, set.script());
        }
        if (set.term().isBeforeExamLaw() && !set.term().isEpidemic()) {
            test("topic-test", "专项过关：计算", set.term().midterm(), List.of("五"), "数学");
            test("literacy-contest", "阅读素养测评", set.inTerm(autumn ? 12 : 5, 10), List.of("四"), "语文");
            test("grade-contest", "六年级综合测评", set.inTerm(autumn ? 12 : 6, 17), List.of("六"), null);
        }
    }

    private void contest(String kind, String topic, LocalDate from, Script script) {
        When when = script.oneDay(from, from.plusDays(10), kind);
        boolean late = script.isTold() && when.date().isAfter(SampleCalendar.TODAY);
        Draft draft = set.draft(when.date(), kind);
        String subject = draft.chance.pick(Setting.EXAMINED);
        draft.at(set.lead()).ledBy(set.people().ofRank(set.lead(), Rank.VICE_PRINCIPAL), set.lead()).about(topic)
                .part(kind, subject, List.of("四", "五"), 1);
        set.community().schools().forEach(school -> draft.people(school, draft.chance.between(2, 5)));
        set.close(draft, late ? Pace.PLANNED : when.pace());
    }

    private void test(String kind, String topic, LocalDate from, List<String> grades,
            @org.jspecify.annotations.Nullable String subject) {
        When when = set.script().oneDay(from, from.plusDays(4), kind);
        Draft draft = set.draft(when.date(), kind);
        draft.at(set.lead()).ledBy(set.people().ofRank(set.lead(), Rank.CADRE), set.lead()).about(topic).part(kind,
                subject, grades, 1);
        set.community().schools().forEach(school -> draft.people(school, draft.chance.between(2, 4)));
        set.close(draft, when.pace());
    }
}

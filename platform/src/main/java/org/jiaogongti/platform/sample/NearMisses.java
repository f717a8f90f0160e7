package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jiaogongti.platform.sample.SampleWorld.School;

/** Records that nearly count, each for one reason that the explanation must name. None of them changes a figure. */
final class NearMisses {

    private final Setting set;

    NearMisses(Setting set) {
        this.set = set;
    }

    void all() {
        Chance chance = Chance.of("near", set.term().name(), set.community().name());
        boolean dense = set.term().isDense();
        boolean told = set.script().isTold() && set.community().shortName().equals("居敬");
        if (dense || chance.percent(50)) {
            ledByMember();
        }
        if (!told && (dense || chance.percent(50))) {
            atTheLeadSchool();
        }
        if (!told && !set.term().isEpidemic() && (dense || chance.percent(60))) {
            onePersonTooFew(chance);
        }
        if (!told && chance.percent(60)) {
            byCadre();
        }
        if (chance.percent(50)) {
            byTeacher();
        }
        if (dense || chance.percent(40)) {
            calledOff();
        }
        if (chance.percent(40)) {
            alone();
        }
        contests(chance);
    }

    private When some(String story, int fromDay, int toDay) {
        return set.script().oneDay(set.term().first().plusDays(fromDay), set.term().first().plusDays(toDay), story);
    }

    private void atTheLeadSchool() {
        When when = some("near host", 25, 70);
        Draft draft = set.draft(when.date(), "near host");
        draft.at(set.lead()).ledBy(set.backbone("英语", draft.chance), set.lead()).lesson("demonstration-lesson", "英语",
                SampleTopics.lesson("英语", draft.chance), 1);
        set.audience(draft, 18);
        set.close(draft, when.pace());
    }

    private void ledByMember() {
        When when = some("near leader", 20, 75);
        Draft draft = set.draft(when.date(), "near leader");
        String from = set.member(1);
        Person teacher = draft.chance.pick(set.people().teachers(from, "数学"));
        draft.at(set.member(2)).ledBy(teacher, from).lesson("demonstration-lesson", "数学",
                SampleTopics.lesson("数学", draft.chance), 1);
        draft.people(from, 3).people(set.member(2), 9);
        set.close(draft, when.pace());
    }

    private void onePersonTooFew(Chance chance) {
        School member = set.places().school(set.member(chance.between(0, 5)));
        When when = some("near study", 30, 75);
        Draft draft = set.draft(when.date(), "near study");
        draft.at(set.lead()).ledBy(set.people().ofRank(member.name(), Rank.CADRE), member.name()).about("听课研修：语文")
                .part("study-visit", "语文", List.of(), 1);
        draft.people(set.lead(), 2).people(member.name(), SamplePlaces.oneFifthOrTen(member, when.date()) - 1);
        set.close(draft, when.pace());
    }

    private void byCadre() {
        When when = some("near cadre", 15, 72);
        Draft draft = set.draft(when.date(), "near cadre");
        draft.at(set.member(3)).ledBy(set.people().ofRank(set.lead(), Rank.CADRE), set.lead())
                .about(SampleTopics.visit(draft.chance)).part("guidance-visit", null, List.of(), 1);
        draft.people(set.lead(), 2).people(set.member(3), 4);
        set.close(draft, when.pace());
    }

    private void byTeacher() {
        When when = some("near outreach", 40, 74);
        Draft draft = set.draft(when.date(), "near outreach");
        draft.at(set.member(0)).ledBy(set.people().person(teacherOfLead(draft)), set.lead()).lesson("outreach-lesson",
                "语文", SampleTopics.lesson("语文", draft.chance), 1);
        set.audience(draft, 12);
        draft.rank = Rank.TEACHER;
        set.close(draft, when.pace());
    }

    private String teacherOfLead(Draft draft) {
        return draft.chance.pick(set.people().teachers(set.lead(), "语文")).name();
    }

    private void calledOff() {
        When when = some("near cancelled", 28, 70);
        Draft draft = set.draft(when.date(), "near cancelled");
        draft.at(set.member(1)).ledBy(set.backbone("数学", draft.chance), set.lead()).lesson("demonstration-lesson", "数学",
                SampleTopics.lesson("数学", draft.chance), 1);
        set.audience(draft, 15);
        set.course().cancel(draft, draft.chance.pick(List.of("授课教师生病，改期另排", "学校临时停电", "与区里会议冲突")));
        set.keep(draft);
        When other = some("near withdrawn", 28, 70);
        Draft wrong = set.draft(other.date(), "near withdrawn");
        wrong.at(set.member(2)).ledBy(set.backbone("科学", wrong.chance), set.lead()).lesson("lesson-observation", "科学",
                SampleTopics.lesson("科学", wrong.chance), 1);
        wrong.people(set.lead(), 1).people(set.member(2), 3);
        set.course().withdraw(wrong, wrong.chance.pick(List.of("学校选错了，已另记", "重复记了一次")));
        set.keep(wrong);
    }

    private void alone() {
        When when = some("near meeting", 20, 70);
        Draft draft = set.draft(when.date(), "near meeting");
        String school = set.member(2);
        draft.at(school).ledBy(set.people().principal(school), school).about("本校班子会").part("leadership-meeting", null,
                List.of(), 1);
        draft.people(school, 5);
        set.close(draft, when.pace());
    }

    private void contests(Chance chance) {
        if (chance.percent(35)) {
            near("classroom-contest", "音乐课堂教学评比", "音乐", List.of("四"), set.term().first().plusDays(60));
        }
        if (set.term().isBeforeExamLaw() && !set.term().isEpidemic()) {
            near("topic-test", "专项过关：口算", "数学", List.of("三"), set.term().midterm().plusDays(7));
            near("grade-contest", "五、六年级综合测评", null, List.of("五", "六"), set.term().midterm().plusDays(20));
        }
    }

    private void near(String kind, String topic, @org.jspecify.annotations.Nullable String subject, List<String> grades,
            LocalDate from) {
        When when = set.script().oneDay(from, from.plusDays(4), "near " + kind);
        Draft draft = set.draft(when.date(), "near " + kind);
        draft.at(set.lead()).ledBy(set.people().ofRank(set.lead(), Rank.CADRE), set.lead()).about(topic).part(kind,
                subject, grades, 1);
        set.community().schools().forEach(school -> draft.people(school, 2));
        set.close(draft, when.pace());
    }
}

package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.sample.SampleWorld.Convenor;
import org.jiaogongti.platform.sample.SampleWorld.School;
import org.jiaogongti.platform.sample.SampleWorld.Weak;

/** What the community and its members do together in a term. */
final class CommunityRecords {

    private final Setting set;

    CommunityRecords(Setting set) {
        this.set = set;
    }

    /** The n-th meeting is attended by those whose count reaches n. */
    void meetings() {
        List<String> members = set.community().members();
        int most = 0;
        for (int place = 0; place < members.size(); place++) {
            most = Math.max(most, set.script().each("Q04", members.get(place), place, 2).now());
        }
        List<When> days = set.script().days(new Script.Amount(most, 1, 1), "meeting");
        for (int number = 0; number < days.size(); number++) {
            When when = days.get(number);
            if (!set.script().isTold() && number == 2 && !set.term().isDense()) {
                break;
            }
            Draft draft = set.draft(when.date(), "meeting " + number);
            draft.at(number % 2 == 0 ? set.lead() : set.member(number))
                    .ledBy(set.people().principal(set.lead()), set.lead()).about(SampleTopics.meeting(draft.chance))
                    .part("leadership-meeting", null, List.of(), 1);
            draft.people(set.lead(), 3);
            for (int place = 0; place < members.size(); place++) {
                int own = set.script().each("Q04", members.get(place), place, 2).now();
                if (number >= most || own > number) {
                    draft.people(members.get(place), draft.chance.between(1, 3));
                }
            }
            set.close(draft, when.pace());
        }
    }

    /** Joint planning and research in each subject that is weak at a school. */
    void weakSubjects(String except) {
        List<Weak> all = set.weakOn(set.term().first());
        for (int place = 0; place < all.size(); place++) {
            Weak weak = all.get(place);
            String counterpart = weak.school() + "/" + weak.subject();
            if (counterpart.equals(except)) {
                continue;
            }
            int number = 0;
            for (When when : set.script().days(set.script().each("Q13", counterpart, place, 3),
                    "weak " + counterpart)) {
                Draft draft = set.draft(when.date(), "weak " + counterpart + " " + number);
                boolean planning = number % 2 == 0;
                draft.at(weak.school()).ledBy(set.backbone(weak.subject(), draft.chance), set.lead())
                        .about((planning ? "共同备课：" : "教研活动：") + SampleTopics.lesson(weak.subject(), draft.chance))
                        .part(planning ? "joint-planning" : "research-activity", weak.subject(), List.of(), 1);
                draft.people(set.lead(), 2).people(weak.school(), draft.chance.between(3, 6));
                set.close(draft, when.pace());
                number++;
            }
        }
    }

    /** In the week before term; one group of the told term met two days too late. */
    void weekBefore() {
        for (Convenor group : groups()) {
            LocalDate monday = set.term().weekBefore();
            boolean late = set.script().isTold() && set.community().shortName().equals("锦屏")
                    && group.subject().equals("科学");
            LocalDate day = late
                    ? set.term().first().plusDays(1)
                    : monday.plusDays(Chance.of("before", set.term().name(), group).between(1, 4));
            Draft draft = set.draft(day, "before " + group.subject());
            draft.at(set.lead()).ledBy(set.people().person(group.person()), set.lead())
                    .about(group.subject() + "学科集体备课：学期教学安排").part("joint-planning", group.subject(), List.of(), 1);
            joinGroup(draft, group.subject());
            set.close(draft, set.script().isTold() ? Pace.TOLD : Pace.USUAL);
        }
    }

    private List<Convenor> groups() {
        return set.people().convenors().stream().filter(group -> group.community().equals(set.community().name()))
                .toList();
    }

    /** Schools where the subject is weak have sessions of their own in term, so that their figures stay as told. */
    private void joinGroup(Draft draft, String subject) {
        for (String school : set.community().schools()) {
            if (!set.term().contains(draft.date) || !set.isWeak(school, subject, draft.date)) {
                draft.people(school, draft.chance.between(1, 3));
            }
        }
    }

    /** The ordinary meetings of the guidance groups, and the revision seminars of the graduation term. */
    void groupMeetings() {
        for (Convenor group : groups()) {
            int count = set.term().isDense() ? 4 : 1;
            for (int number = 0; number < count; number++) {
                String story = "group " + group.subject() + " " + number;
                When when = set.script().oneDay(set.term().first().plusDays(10L + number * 24L),
                        set.term().first().plusDays(30L + number * 24L), story);
                Draft draft = set.draft(when.date(), story);
                draft.at(set.member(number * 3 + group.subject().length()))
                        .ledBy(set.people().person(group.person()), set.lead())
                        .about(SampleTopics.lesson(group.subject(), draft.chance)).part("research-activity",
                                group.subject(), List.of(), 1);
                joinGroup(draft, group.subject());
                set.close(draft, when.pace());
            }
            boolean examined = Setting.EXAMINED.contains(group.subject()) || group.subject().equals("道德与法治");
            if (examined && !set.term().isFirstOfYear()) {
                String story = "revision " + group.subject();
                When when = set.script().oneDay(set.inTerm(5, 8), set.inTerm(5, 29), story);
                Draft draft = set.draft(when.date(), story);
                draft.at(set.lead()).ledBy(set.people().person(group.person()), set.lead())
                        .about("毕业复习专题备课研讨：" + group.subject())
                        .part("revision-seminar", group.subject(), List.of("六"), 1);
                joinGroup(draft, group.subject());
                set.close(draft, when.pace());
            }
        }
    }

    void studyVisits(String except) {
        if (set.term().isEpidemic()) {
            return;
        }
        List<String> members = set.community().members();
        for (int place = 0; place < members.size(); place++) {
            String member = members.get(place);
            if (member.equals(except)) {
                continue;
            }
            int number = 0;
            for (When when : set.script().days(set.script().each("Q24", member, place, 3), "study " + member)) {
                School school = set.places().school(member);
                Draft draft = set.draft(when.date(), "study " + member + " " + number);
                String subject = draft.chance.pick(SamplePlaces.SUBJECTS.subList(0, 4));
                draft.at(set.lead()).ledBy(set.people().ofRank(member, Rank.CADRE), member).about("听课研修：" + subject)
                        .part("study-visit", subject, List.of(), 1);
                int need = SamplePlaces.oneFifthOrTen(school, when.date());
                draft.people(set.lead(), 2).people(member, need + draft.chance.between(0, 3));
                set.close(draft, when.pace());
                number++;
            }
        }
    }

    /** Mostly in May; one community of the told year held it in October, one never did in 2021. */
    void exhibition() {
        String year = set.term().schoolYear() + " " + set.community().shortName();
        boolean autumn = year.equals("2024-2025 居敬");
        if (autumn != set.term().isFirstOfYear() || year.equals("2021-2022 龙津")) {
            return;
        }
        When when = set.script().oneDay(autumn ? set.inTerm(10, 28) : set.inTerm(5, 10),
                autumn ? set.inTerm(10, 31) : set.inTerm(6, 10), "exhibition");
        Draft draft = set.draft(when.date(), "exhibition");
        String host = set.member(set.term().name().charAt(3));
        draft.at(host).ledBy(set.people().principal(host), host).about("“基础+拓展”课程展示").part("exhibition", null,
                List.of(), 1);
        set.community().schools().forEach(school -> draft.people(school, draft.chance.between(3, 9)));
        set.close(draft, when.pace());
    }
}

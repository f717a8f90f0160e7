package org.jiaogongti.platform.sample;

import static org.jiaogongti.platform.sample.Draft.time;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.sample.SampleOccasion.Answer;
import org.jiaogongti.platform.sample.SampleOccasion.Joined;
import org.jiaogongti.platform.sample.SampleOccasion.Recorded;
import org.jspecify.annotations.Nullable;

/** 居敬's term 2024-2025-1 row by row, as the pictures show it: 9 of 15 demonstration lessons, 4 planned. */
final class ToldTerm {

    /**
     * Day, host, leader, parts (kind:subject:lessons), topic, people, pictures, answer. The answer is 来过, 不对 with
     * words, or – while the school is silent.
     */
    private static final String HELD = """
            09-12|江口小学|示例教师03|demonstration-lesson:语文:1,lesson-observation:语文:1|五上《将相和》|24|6|来过
            09-19|江口小学|示例教师05|demonstration-lesson:数学:1|四上 平行四边形|19|5|来过
            09-26|南浦小学|示例教师05|demonstration-lesson:数学:1,lesson-observation:数学:1|三上 间隔排列|17|4|来过
            10-10|萧王庙小学|示例教师08|demonstration-lesson:英语:1,lesson-observation:英语:1|五上 U3 Read|15|6|来过
            10-17|江口小学|示例教师11|demonstration-lesson:数学:1|六上 分数除法|22|5|来过
            10-24|萧王庙小学|示例教师03|demonstration-lesson:语文:1,lesson-observation:语文:1|三上《搭船的鸟》|18|4|来过
            10-31|南浦小学|示例教师01|demonstration-lesson:科学:1,lesson-observation:科学:1|五上 光的传播|16|0|–
            11-05|南浦小学|示例教师14|demonstration-lesson:语文:1|三上《父亲、树林和鸟》|13|2|不对 那天是来听课，没有上课。
            11-07|江口小学|示例教师14|demonstration-lesson:语文:1|四上《爬山虎的脚》|21|5|来过
            11-14|育才学校|示例教师11|demonstration-lesson:数学:1,lesson-observation:数学:1|五上 小数乘法|20|6|–
            10-22|居敬小学|示例教师08|demonstration-lesson:英语:1|六上 U4 公开课|26|3|–
            09-10|江口小学|示例教师05|lesson-observation:数学:2|四上 大数的认识|6|1|来过
            09-24|萧王庙小学|示例教师14|lesson-observation:语文:2|三上《秋天的雨》|5|2|来过
            10-15|育才学校|示例教师05|lesson-observation:数学:1|五上 小数除法|6|0|来过
            10-16|南浦小学|示例教师08|lesson-observation:英语:2|四上 U2 My schoolbag|5|1|来过
            10-29|萧王庙小学|示例教师11|lesson-observation:数学:2|六上 比|6|3|来过
            11-06|江口小学|示例教师09|lesson-observation:科学:2|四上 声音的产生|5|0|–
            11-15|育才学校|示例教师03|lesson-observation:语文:1|三上《掌声》|4|1|–
            09-20|江口小学|示例教师10|lecture::1|单元整体设计怎么做|38|2|来过
            10-25|萧王庙小学|示例教师09|lecture::1|实验课的组织|31|1|来过
            11-12|育才学校|示例教师03|lecture::1|作业设计|27|0|不对 是网上听的，没有来校。
            09-18|江口小学|示例校长03|guidance-visit::1|常规管理诊断|5|0|来过
            09-27|育才学校|示例校长03|guidance-visit::1|课程规划指导|5|1|来过
            10-11|南浦小学|示例副校长03|guidance-visit::1|教研组建设指导|4|0|来过
            10-30|江口小学|示例副校长03|guidance-visit::1|质量分析会指导|6|1|–
            11-01|萧王庙小学|示例副校长03|guidance-visit::1|常规管理诊断|5|0|来过
            11-13|南浦小学|示例中层05|guidance-visit::1|课后服务管理指导|4|0|来过
            """;

    /** Day, host, leader, parts, topic, people, whether it is filed. */
    private static final String PLANNED = """
            11-20|育才学校|示例教师01|outreach-lesson:科学:1,demonstration-lesson:科学:1|五上 光的反射现象|26|yes
            12-03|南浦小学|示例教师08|demonstration-lesson:英语:1|四上 U5 Dinner's ready|18|yes
            12-10|萧王庙小学|示例教师05|demonstration-lesson:数学:1|五上 可能性|17|no
            12-17|江口小学|示例教师01|demonstration-lesson:科学:1|六上 能量的转换|20|no
            11-26|南浦小学|示例教师03|lesson-observation:语文:2|四上《牛和鹅》|5|yes
            12-05|江口小学|示例教师11|lesson-observation:数学:2|六上 扇形统计图|6|no
            12-12|萧王庙小学|示例教师08|lesson-observation:英语:2|五上 U6 In a nature park|5|no
            """;

    /** The day of the record that the bureau made for the school twelve days later. */
    private static final String ON_BEHALF = "11-06";

    private final Setting set;

    ToldTerm(Setting set) {
        this.set = set;
    }

    void all() {
        HELD.lines().forEach(this::held);
        PLANNED.lines().forEach(this::planned);
        meetings();
        studyVisits();
        science();
        receivedToday();
    }

    private Draft row(String[] field) {
        Draft draft = set.draft(day(field[0]), "told " + field[0] + " " + field[1] + " " + field[3]);
        draft.at(field[1]).ledBy(set.people().person(field[2]), set.lead()).about(field[4]);
        boolean lesson = field[4].substring(0, 2).matches("[三四五六]上");
        List<String> grades = lesson ? List.of(SampleTopics.grade(field[4])) : List.of();
        draft.schoolClass = lesson ? grades.getFirst() + "(" + (field[4].contains("光的反射") ? 2 : 1) + ")班" : "";
        for (String part : field[3].split(",")) {
            String[] word = part.split(":");
            draft.part(word[0], word[1].isEmpty() ? null : word[1], grades, Integer.parseInt(word[2]));
        }
        return draft;
    }

    private void held(String line) {
        String[] field = line.split("\\|");
        Draft draft = row(field);
        int people = Integer.parseInt(field[5]);
        if (field[3].startsWith("lecture")) {
            draft.people(set.lead(), 1).people(field[1], people - 12).people("育才学校", 11);
        } else {
            set.audience(draft, people);
        }
        set.course().announce(draft, 9);
        String by = draft.chance.percent(60) ? field[2] : "示例教务01";
        draft.recorded = field[0].equals(ON_BEHALF)
                ? new Recorded(time(LocalDate.of(2024, 11, 18), 10, 5), "示例职员01", set.lead())
                : new Recorded(time(draft.date, 16, 20 + draft.chance.below(30)), by, null);
        draft.evidence = Integer.parseInt(field[6]);
        draft.answer = answer(draft, field[7]);
        set.keep(draft);
    }

    private @Nullable Answer answer(Draft draft, String words) {
        if (words.equals("–")) {
            return null;
        }
        boolean agrees = words.equals("来过");
        return new Answer(time(draft.date.plusDays(1), 9, draft.chance.between(1, 50)),
                set.people().clerk(draft.host).name(), agrees, agrees ? "" : words.substring(3));
    }

    /** What is planned is recorded in the evening after it was held. */
    private void planned(String line) {
        String[] field = line.split("\\|");
        Draft draft = row(field);
        set.audience(draft, Integer.parseInt(field[5]));
        if (field[0].equals("11-20")) {
            draft.slot = "上午第2节";
            draft.participants.clear();
            draft.people("居敬小学", 3).people("江口小学", 4).people("南浦小学", 3).people("萧王庙小学", 2).people("育才学校", 14);
        }
        draft.announced = time(LocalDate.of(2024, 11, 8), 10, draft.chance.between(1, 50));
        boolean filed = field[6].equals("yes");
        draft.filedOn = filed ? LocalDate.of(2024, 11, 13) : draft.date.minusDays(4);
        draft.approvedOn = filed ? LocalDate.of(2024, 11, 15) : draft.date.minusDays(2);
        draft.recorded = new Recorded(time(draft.date.plusDays(1), 8, 30), field[2], null);
        draft.evidence = 2;
        set.keep(draft);
    }

    private void meetings() {
        meeting("10-18", "教学质量分析", List.of("江口小学", "南浦小学", "萧王庙小学", "育才学校"));
        meeting("11-08", "常规管理交流", List.of("江口小学", "萧王庙小学"));
    }

    private void meeting(String day, String topic, List<String> members) {
        Draft draft = set.draft(day(day), "told meeting " + day);
        draft.at(set.lead()).ledBy(set.people().principal(set.lead()), set.lead()).about(topic)
                .part("leadership-meeting", null, List.of(), 1).people(set.lead(), 4);
        members.forEach(member -> draft.people(member, 2));
        set.course().announce(draft, 7);
        draft.recorded = new Recorded(time(draft.date, 17, 5), "示例教务01", null);
        set.keep(draft);
    }

    /** 育才 has 42 teachers, so nine must come: two visits count, one of eight does not, and eight are announced. */
    private void studyVisits() {
        study("09-25", 9, true);
        study("10-23", 10, true);
        study("11-06", 8, true);
        study("11-21", 8, false);
    }

    private void study(String day, int people, boolean held) {
        Draft draft = set.draft(day(day), "told study " + day);
        draft.at(set.lead()).ledBy(set.people().ofRank("育才学校", Rank.CADRE), "育才学校")
                .about("听课研修：语文、数学、科学").part("study-visit", null, List.of(), 1);
        draft.people(set.lead(), 2).people("育才学校", people);
        draft.announced = time(draft.date.minusDays(8), 9, 15);
        draft.filedOn = draft.date.minusDays(6);
        draft.recorded = new Recorded(time(held ? draft.date : draft.date.plusDays(1), 17, 10), "示例教务05", null);
        if (held) {
            draft.answer = new Answer(time(draft.date.plusDays(1), 8, 40), "示例教务01", true, "");
            draft.evidence = 1;
        }
        set.keep(draft);
    }

    private void science() {
        Draft draft = set.draft(day("10-16"), "told science");
        draft.at(set.lead()).ledBy(set.people().person("示例教师01"), set.lead()).about("共同体科学集体备课").part("joint-planning",
                "科学", List.of("五"), 1);
        draft.people(set.lead(), 2).people("江口小学", 2).people("萧王庙小学", 2).people("育才学校", 3);
        set.course().announce(draft, 8);
        draft.recorded = new Recorded(time(draft.date, 16, 45), "示例教师01", null);
        draft.evidence = 1;
        set.keep(draft);
        Draft next = set.draft(day("12-04"), "told science next");
        next.at("育才学校").ledBy(set.people().person("示例教师01"), set.lead()).about("教研活动：五上 光的反射").part("research-activity",
                "科学", List.of("五"), 1);
        next.people(set.lead(), 2).people("育才学校", 4);
        next.announced = time(LocalDate.of(2024, 11, 11), 15, 30);
        next.recorded = new Recorded(time(next.date, 16, 30), "示例教师01", null);
        set.keep(next);
    }

    /** 育才 has recorded today's visit already, without the leader's rank, and joins it with the other record later. */
    private void receivedToday() {
        Draft own = set.draft(SampleCalendar.TODAY, "told received");
        own.at("育才学校").ledBy(set.people().person("示例教师01"), set.lead()).about("五上 光的反射现象").part("outreach-lesson", "科学",
                List.of("五"), 1);
        own.recordedByHost = true;
        own.rank = null;
        own.slot = "上午第2节";
        own.schoolClass = "五(2)班";
        own.people(set.lead(), 3).people("育才学校", 14);
        own.recorded = new Recorded(time(own.date, 10, 40), "示例教务05", null);
        own.joined = new Joined(time(own.date.plusDays(1), 8, 35), SampleIds.of(own.date, "occasion "
                + set.term().name() + " " + set.community().shortName()
                + " told 11-20 育才学校 outreach-lesson:科学:1,demonstration-lesson:科学:1"));
        set.keep(own);
    }

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2024-" + monthAndDay);
    }
}

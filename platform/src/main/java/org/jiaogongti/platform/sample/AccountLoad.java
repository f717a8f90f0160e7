package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.By;
import org.jiaogongti.platform.inspection.Proceeding;
import org.jiaogongti.platform.inspection.Proceeding.Reason;
import org.jiaogongti.platform.inspection.Proceeding.State;
import org.jiaogongti.platform.inspection.Proceeding.What;
import org.jiaogongti.platform.inspection.ProceedingChanges;
import org.jiaogongti.platform.inspection.Sample.Check;
import org.jiaogongti.platform.inspection.Sample.Drawn;
import org.jiaogongti.platform.inspection.Sample.Verdict;
import org.jiaogongti.platform.inspection.Samples;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proceedings against invented schools: one whose decision was lightened on appeal, one that was dropped, one decided with the
 * appeal still open, one just noticed. And drawn samples: all genuine, one record untrue, one draw not looked at yet.
 */
@Component
final class AccountLoad {

    private static final String OPENER = "示例督学01";
    private static final String DECIDER = "示例领导01";
    private static final String RULER = "示例管理员01";

    private final ProceedingChanges proceedings;
    private final Samples samples;

    AccountLoad(ProceedingChanges proceedings, Samples samples) {
        this.proceedings = proceedings;
        this.samples = samples;
    }

    void load(SampleWorld world, SampleKeys keys) {
        if (world.date().isBefore(SampleCalendar.TODAY)) {
            return;
        }
        Told told = new Told(world, keys);
        told.all();
        proceedings.setUp(told.proceedings, told.findings, told.steps);
        draw(keys, new Draw("2024-07-03", "居敬小学", "2024-02-26", "2024-06-28", 20240703, 6, 6));
        draw(keys, new Draw("2024-07-03", "锦屏小学", "2024-02-26", "2024-06-28", 20240704, 6, 6));
        draw(keys, new Draw("2024-10-25", "育才学校", "2024-02-26", "2024-10-24", 20241025, 3, 3));
        draw(keys, new Draw("2024-11-18", "岳林小学", "2024-09-02", "2024-11-15", 20241118, 5, 0));
    }

    private record Draw(String on, String school, String first, String last, long seed, int size, int looked) {}

    private void draw(SampleKeys keys, Draw draw) {
        LocalDate on = LocalDate.parse(draw.on());
        By by = new By(keys.accountOf("示例督学02"), "示例督学02", on);
        samples.setUp(SampleIds.of(on, "sample " + draw.school()), keys.of(draw.school()),
                new DateRange(LocalDate.parse(draw.first()), LocalDate.parse(draw.last())), draw.seed(), draw.size(),
                by, drawn -> check(draw, drawn, by));
    }

    private static @Nullable Check check(Draw draw, Drawn drawn, By by) {
        if (drawn.position() > draw.looked()) {
            return null;
        }
        boolean late = draw.school().equals("锦屏小学");
        Verdict verdict = late && drawn.position() == 2
                ? Verdict.UNTRUE
                : late && drawn.position() == 5 ? Verdict.UNCLEAR : Verdict.GENUINE;
        String note = switch (verdict) {
            case GENUINE -> "";
            case UNTRUE -> "当天对方学校没有这节课，签到名单也没有。";
            case UNCLEAR -> "当事老师已调离，找不到别的材料。";
        };
        return new Check(SampleIds.of(by.on(), "check " + drawn.id()), drawn.id(), verdict, note, by);
    }

    /** What has been told so far. */
    private static final class Told {

        private final SampleWorld world;
        private final SampleKeys keys;
        private final List<Proceeding> proceedings = new ArrayList<>();
        private final Map<UUID, Set<UUID>> findings = new HashMap<>();
        private final List<Proceeding.Step> steps = new ArrayList<>();

        Told(SampleWorld world, SampleKeys keys) {
            this.world = world;
            this.keys = keys;
        }

        void all() {
            Proceeding lightened = open("成龙学校", "2023-11-06", Reason.INEFFECTIVE, "连续两个学期听课研修不足，催办三次没有改。", "三(三)5",
                    AccountabilityAction.CIRCULAR, State.FINAL, null);
            say(lightened, What.REPLIED, null, "学校只有十四名教师，外出听课排不开，下学期已和牵头校商定周三集中去。", "2023-11-10", null);
            say(lightened, What.DECIDED, AccountabilityAction.CRITICISM, "学校的困难属实，但催办后没有提出办法。", "2023-11-20",
                    "2023-12-04");
            say(lightened, What.APPEALED, null, "请考虑学校已经补了两次，并附签到名单。", "2023-11-28", "2023-12-19");
            say(lightened, What.LIGHTENED, AccountabilityAction.TALK, "补的两次经核对属实，改为约谈。", "2023-12-12", null);
            Proceeding dropped = open("尔仪小学", "2024-04-08", Reason.SLOW, "上学期送教总结迟交一个月。", "三(二)3",
                    AccountabilityAction.TALK, State.DROPPED, null);
            say(dropped, What.REPLIED, null, "教导主任病假，交接时漏了，开学第二周已交。", "2024-04-11", "2024-04-26");
            say(dropped, What.DROPPED, null, "情节轻微并已改正，不予问责。", "2024-04-18", null);
            Proceeding decided = open("求真学校", "2024-10-21", Reason.SLOW, "薄弱学科教研连续两个月没有开展。", "三(二)3",
                    AccountabilityAction.CRITICISM, State.DECIDED, "2024-11-28");
            say(decided, What.REPLY_WAIVED, null, "", "2024-10-24", "2024-11-07");
            say(decided, What.DECIDED, AccountabilityAction.TALK, "事实清楚，学校没有异议，约谈后限期补上。", "2024-11-14",
                    "2024-11-28");
            Proceeding noticed = open("锦屏小学", "2024-11-15", Reason.SLOW, "两条督查问题逾期未改，提醒后仍没有交整改。", "三(二)3、三(一)5",
                    AccountabilityAction.CIRCULAR, State.NOTICED, "2024-11-22");
            findings.put(noticed.id(), InspectionLoad.late());
        }

        private static @Nullable LocalDate day(@Nullable String day) {
            return day == null ? null : LocalDate.parse(day);
        }

        private Proceeding open(String school, String on, Reason reason, String facts, String clause,
                AccountabilityAction proposed, State state, @Nullable String due) {
            LocalDate day = LocalDate.parse(on);
            int first = day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
            Proceeding proceeding = new Proceeding(SampleIds.of(day, "proceeding " + school), keys.of(school),
                    first + "-" + (first + 1), reason, facts, clause, proposed, state, day.plusDays(7), day(due),
                    new By(keys.accountOf(OPENER), OPENER, day));
            proceedings.add(proceeding);
            return proceeding;
        }

        private void say(Proceeding proceeding, What what, @Nullable AccountabilityAction measure, String words,
                String on, @Nullable String due) {
            LocalDate day = LocalDate.parse(on);
            String name = switch (what) {
                case DECIDED, DROPPED -> DECIDER;
                case UPHELD, LIGHTENED, REVOKED -> RULER;
                case WITHDRAWN -> OPENER;
                case REPLIED, REPLY_WAIVED, APPEALED, APPEAL_TAKEN_BACK -> office(proceeding.school());
            };
            steps.add(new Proceeding.Step(SampleIds.of(day, "proceeding step " + what + proceeding.id()),
                    proceeding.id(), what, measure, words, day(due), new By(keys.accountOf(name), name, day)));
        }

        private String office(UUID school) {
            return world.people().stream().filter(person -> person.school() != null
                    && keys.of(person.school()).equals(school) && person.name().startsWith("示例校长"))
                    .map(SampleWorld.Person::name).findFirst().orElse("示例校长03");
        }
    }
}

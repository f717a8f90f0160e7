package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.platform.inspection.By;
import org.jiaogongti.platform.inspection.Duty;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.FindingChanges;
import org.jiaogongti.platform.inspection.Inspection;
import org.jiaogongti.platform.inspection.Inspection.Kind;
import org.jiaogongti.platform.inspection.Inspection.State;
import org.jiaogongti.platform.inspection.InspectionChanges;
import org.jiaogongti.platform.inspection.InspectionRule;
import org.jiaogongti.platform.inspection.Inspections;
import org.jiaogongti.platform.inspection.Point;
import org.jiaogongti.platform.inspection.Point.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Visits of every school year: two terms each, most without a finding, some with one that was closed. In the present year one
 * is under way, one is announced, one unannounced and still hidden, one above the ceiling, one moved and one called off.
 */
@Component
final class InspectionLoad {

    static final String INSPECTOR = "示例督学01";
    private static final String SECOND = "示例督学02";
    private static final List<String> CHECKED = List.of("Q04", "Q08", "Q13", "Q21", "Q24");
    private static final List<String> LACKS = List.of("两次共同研究没有记录参加的学校", "有一次集体活动没有事先报备", "薄弱学科教研缺一次主备人的发言稿",
            "示范课后的评课没有记录", "一次听课研修人数不到十人");

    private final Inspections inspections;
    private final InspectionChanges changes;
    private final FindingChanges findings;

    InspectionLoad(Inspections inspections, InspectionChanges changes, FindingChanges findings) {
        this.inspections = inspections;
        this.changes = changes;
        this.findings = findings;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Told told = new Told(world, keys, inspections.offer().duties().stream()
                .collect(Collectors.toMap(Duty::id, Function.identity())));
        for (SampleTerm term : SampleCalendar.terms()) {
            told.term(term);
        }
        told.present();
        told.found();
        changes.setUp(new InspectionChanges.Past(rules(keys), told.inspections, told.steps, told.points));
        findings.setUp(told.findings, told.said);
    }

    private static List<InspectionRule> rules(SampleKeys keys) {
        By by = new By(keys.accountOf("示例管理员01"), "示例管理员01", LocalDate.of(2023, 8, 28));
        return List.of(new InspectionRule("2023-2024", 3, InspectionRule.Limits.USUAL, "示例奉教督〔2023〕5 号", by),
                new InspectionRule("2024-2025", 2, InspectionRule.Limits.USUAL, "示例奉教督〔2024〕3 号",
                        new By(by.account(), by.name(), LocalDate.of(2024, 8, 27))));
    }

    /** The id of a finding, for proceedings about it. */
    static UUID finding(LocalDate on, String words) {
        return SampleIds.of(on, "finding " + words);
    }

    /** What has been told so far. */
    private static final class Told {

        private final SampleWorld world;
        private final SampleKeys keys;
        private final Map<String, Duty> duties;
        private final List<Inspection> inspections = new ArrayList<>();
        private final List<Inspection.Step> steps = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<Finding.Step> said = new ArrayList<>();

        Told(SampleWorld world, SampleKeys keys, Map<String, Duty> duties) {
            this.world = world;
            this.keys = keys;
            this.duties = duties;
        }

        private By by(String name, LocalDate on) {
            return new By(keys.accountOf(name), name, on);
        }

        private boolean known(LocalDate day) {
            return !day.isAfter(world.date());
        }

        /** In each past term five schools, another one of each community every time. */
        void term(SampleTerm term) {
            LocalDate day = term.first().plusWeeks(7).plusDays(2);
            if (term.name().equals(SampleCalendar.CURRENT) || !known(day)) {
                return;
            }
            int turn = SampleCalendar.terms().indexOf(term);
            for (SampleWorld.Community community : world.communities()) {
                List<String> schools = community.schools();
                String school = schools.get(turn % schools.size());
                boolean unannounced = (turn + community.name().length()) % 3 == 0;
                Inspection visit = visit(school, day.plusDays(world.communities().indexOf(community) % 3),
                        unannounced ? Kind.UNANNOUNCED : Kind.SCHEDULED, State.HELD,
                        unannounced ? "不定期督查：看活动和记录是否对得上" : "定期督查：共同体工作推进情况");
                int lacking = (turn + world.communities().indexOf(community)) % 7;
                checklist(visit, lacking);
                if (lacking < CHECKED.size()) {
                    closed(visit, lacking);
                }
            }
        }

        private Inspection visit(String school, LocalDate day, Kind kind, State state, String about) {
            return visit(school, day, kind, state, about, "");
        }

        private Inspection visit(String school, LocalDate day, Kind kind, State state, String about, String over) {
            LocalDate planned = day.minusDays(21).isAfter(world.date()) ? world.date() : day.minusDays(21);
            Inspection visit = new Inspection(SampleIds.of(planned, "inspection " + school + day), keys.of(school),
                    year(day), day, kind, state, about, over, by(inspections.size() % 3 == 2 ? SECOND : INSPECTOR,
                            planned));
            inspections.add(visit);
            if (state == State.HELD) {
                step(visit, Inspection.What.HELD, "", day, null);
            }
            return visit;
        }

        private void step(Inspection visit, Inspection.What what, String words, LocalDate on, @Nullable LocalDate day) {
            steps.add(new Inspection.Step(SampleIds.of(on, "inspection step " + what + visit.id()), visit.id(), what,
                    words, day, new By(visit.by().account(), visit.by().name(), on)));
        }

        private static String year(LocalDate day) {
            int first = day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
            return first + "-" + (first + 1);
        }

        /** Five lines; one may lack something. A visit that is not held has nothing said of any. */
        private void checklist(Inspection visit, int lacking) {
            checklist(visit, lacking, visit.state() == State.HELD ? CHECKED.size() : 0);
        }

        private void checklist(Inspection visit, int lacking, int judged) {
            for (int at = 0; at < CHECKED.size(); at++) {
                Duty duty = duty(CHECKED.get(at));
                UUID id = point(visit, at);
                Result result = at == lacking
                        ? Result.PARTLY
                        : at == 3 && lacking == 6
                                ? Result.NOT_APPLICABLE
                                : Result.CONFORMS;
                points.add(new Point(id, visit.id(), at + 1, duty.clause(), duty.id(), duty.name(), at >= judged
                        ? null
                        : new Point.Said(SampleIds.of(visit.day(), "point said " + id), id, result,
                                result == Result.PARTLY ? LACKS.get(at) : "", null,
                                new By(visit.by().account(), visit.by().name(), visit.day()))));
            }
        }

        private static UUID point(Inspection visit, int at) {
            return SampleIds.of(visit.by().on(), "point " + at + visit.id());
        }

        private Duty duty(String id) {
            Duty duty = duties.get(id);
            if (duty == null) {
                throw new IllegalArgumentException("The charter has no duty " + id + " to inspect.");
            }
            return duty;
        }

        /** Put right within the time, looked at again and closed; every fifth one was returned once. */
        private void closed(Inspection visit, int lacking) {
            LocalDate on = visit.day();
            Finding finding = finding(on, keys.of(name(visit.school())), CHECKED.get(lacking), LACKS.get(lacking),
                    Finding.State.CLOSED, on.plusDays(21),
                    new Finding.Origin(visit.id(), point(visit, lacking), null), visit.by());
            String office = office(visit.school());
            say(finding, Finding.What.RECTIFIED, "已补齐并核对，教导处加了每月自查。", on.plusDays(12), null, office);
            if (findings.size() % 5 == 0) {
                say(finding, Finding.What.RETURNED, "补的记录没有参加人，请写全。", on.plusDays(14), on.plusDays(28),
                        finding.by().name());
                say(finding, Finding.What.RECTIFIED, "已写全参加人，并请他们确认。", on.plusDays(18), null, office);
            }
            say(finding, Finding.What.CLOSED, "到校看过，已改。", on.plusDays(20), null, finding.by().name());
        }

        private String name(UUID school) {
            return world.schools().stream().filter(each -> each.id().equals(school)).map(SampleWorld.School::name)
                    .findFirst().orElseThrow();
        }

        private String office(UUID school) {
            String at = name(school);
            return world.people().stream().filter(person -> at.equals(person.school()))
                    .map(SampleWorld.Person::name).filter(name -> name.startsWith("示例校长")).findFirst()
                    .orElse("示例校长03");
        }

        private Finding finding(LocalDate on, UUID school, String duty, String words, Finding.State state,
                LocalDate deadline, Finding.Origin origin, By by) {
            Duty known = duty(duty);
            Finding finding = new Finding(
                    InspectionLoad.finding(on, words + (origin.inspection() == null ? "" : origin)),
                    origin, school, community(school), known.clause(), known.id(), words, state, deadline, deadline,
                    on.plusDays(7), new By(by.account(), by.name(), on));
            findings.add(finding);
            return finding;
        }

        private @Nullable UUID community(UUID school) {
            String name = name(school);
            return world.communities().stream().filter(each -> each.schools().contains(name))
                    .map(SampleWorld.Community::id).findFirst().orElse(null);
        }

        private void say(Finding finding, Finding.What what, String words, LocalDate on, @Nullable LocalDate deadline,
                String name) {
            said.add(new Finding.Step(SampleIds.of(on, "finding step " + what + said.size()), finding.id(), what,
                    words, deadline, by(name, on)));
            if (deadline != null) {
                findings.replaceAll(each -> each.equals(finding)
                        ? new Finding(each.id(), each.origin(), each.school(), each.community(), each.clause(),
                                each.duty(), each.words(), each.state(), each.firstDeadline(), deadline,
                                each.disputeBy(), each.by())
                        : each);
            }
        }

        /** The visits of the present term. */
        void present() {
            LocalDate today = SampleCalendar.TODAY;
            if (!known(today)) {
                return;
            }
            Inspection held = visit("育才学校", LocalDate.of(2024, 10, 25), Kind.UNANNOUNCED, State.HELD,
                    "不定期督查：抽看听课评课和送教记录");
            checklist(held, 6);
            checklist(visit("江口小学", LocalDate.of(2024, 10, 16), Kind.SCHEDULED, State.HELD, "定期督查：共同体工作推进情况"), 6);
            checklist(visit("锦屏小学", LocalDate.of(2024, 9, 4), Kind.SCHEDULED, State.HELD, "开学督查：开学前一周集体备课"), 0);
            Inspection under = visit("居敬小学", today, Kind.SCHEDULED, State.PLANNED, "定期督查：共同体工作推进情况");
            checklist(under, 1, 2);
            Inspection hidden = visit("方桥小学", today.plusDays(6), Kind.UNANNOUNCED, State.PLANNED, "不定期督查：示范课和听课评课");
            checklist(hidden, 6);
            Inspection ahead = visit("育才学校", today.plusDays(14), Kind.SCHEDULED, State.PLANNED, "定期督查：薄弱学科和听课研修");
            checklist(ahead, 6);
            Inspection moved = visit("溪口镇校", today.plusDays(21), Kind.SCHEDULED, State.PLANNED, "定期督查：共同体工作推进情况");
            checklist(moved, 6);
            step(moved, Inspection.What.MOVED, "原定那天学校有市级教研活动。", today.minusDays(2), moved.day());
            Inspection off = visit("莼湖小学", LocalDate.of(2024, 11, 6), Kind.SCHEDULED, State.CANCELLED,
                    "定期督查：共同体工作推进情况");
            checklist(off, 6);
            step(off, Inspection.What.CANCELLED, "同一周区里已有安全检查，减少进校次数。", LocalDate.of(2024, 11, 4), null);
            Inspection over = visit("锦屏小学", LocalDate.of(2024, 11, 5), Kind.UNANNOUNCED, State.HELD, "回头看：问题整改情况");
            checklist(over, 1);
            checklist(visit("锦屏小学", today.plusDays(9), Kind.SCHEDULED, State.PLANNED, "回头看：逾期问题的整改",
                    "两条问题逾期未改，需要到校核实。"), 6);
        }

        /** What is open in the present term: late, objected to, waiting to be looked at, and within its time. */
        void found() {
            By first = by(INSPECTOR, SampleCalendar.TODAY);
            By second = by(SECOND, SampleCalendar.TODAY);
            if (!known(SampleCalendar.TODAY)) {
                return;
            }
            finding(LocalDate.of(2024, 9, 4), keys.of("锦屏小学"), "Q14", "科学开学前一周集体备课缺", Finding.State.OPEN,
                    LocalDate.of(2024, 9, 24), Finding.Origin.NONE, first);
            Finding unfiled = finding(LocalDate.of(2024, 10, 23), keys.of("锦屏小学"), "Q08", "2 次集体活动未事前报备",
                    Finding.State.OPEN, LocalDate.of(2024, 11, 11), Finding.Origin.NONE, first);
            say(unfiled, Finding.What.DISPUTED, "活动是临时接到通知的，来不及报备。", LocalDate.of(2024, 10, 25), null,
                    office(keys.of("锦屏小学")));
            say(unfiled, Finding.What.UPHELD, "临时的活动也要当天报备，通知三(一)5 没有例外。", LocalDate.of(2024, 10, 30),
                    LocalDate.of(2024, 11, 11), "示例领导01");
            Finding waits = finding(LocalDate.of(2024, 10, 29), keys.of("方桥小学"), "Q04", "领导班子共同研究的记录不全（2 次）",
                    Finding.State.RECTIFIED, LocalDate.of(2024, 12, 6), Finding.Origin.NONE, second);
            say(waits, Finding.What.RECTIFIED, "两次记录都补了参加学校和议题，扫描件附后。", LocalDate.of(2024, 11, 13), null,
                    office(keys.of("方桥小学")));
            finding(LocalDate.of(2024, 11, 8), keys.of("溪口镇校"), "Q09", "4 份活动方案未审先办", Finding.State.OPEN,
                    LocalDate.of(2024, 11, 29), Finding.Origin.NONE, first);
            finding(LocalDate.of(2024, 11, 12), keys.of("松岙镇校"), "Q24", "听课研修人数不足", Finding.State.OPEN,
                    LocalDate.of(2024, 12, 13), Finding.Origin.NONE, second);
            Finding done = finding(LocalDate.of(2024, 10, 16), keys.of("江口小学"), "Q22", "听课 3 节没有评课",
                    Finding.State.CLOSED, LocalDate.of(2024, 10, 31), Finding.Origin.NONE, first);
            say(done, Finding.What.RECTIFIED, "三节都补了评课，评课表附后。", LocalDate.of(2024, 10, 25), null,
                    office(keys.of("江口小学")));
            say(done, Finding.What.CLOSED, "复查通过。", LocalDate.of(2024, 10, 29), null, INSPECTOR);
            Finding disputed = finding(LocalDate.of(2024, 11, 14), keys.of("居敬小学"), "Q21", "1 节示范课登记的地点和课表对不上",
                    Finding.State.DISPUTED, LocalDate.of(2024, 12, 5), Finding.Origin.NONE, first);
            say(disputed, Finding.What.DISPUTED, "那天借用了育才学校的教室，课表没有改，签到名单在附件里。", LocalDate.of(2024, 11, 18),
                    null, office(keys.of("居敬小学")));
            finding(LocalDate.of(2024, 11, 14), keys.of("育才学校"), "Q13", "科学教研组活动的记录缺 1 次", Finding.State.OPEN,
                    LocalDate.of(2024, 12, 5), Finding.Origin.NONE, first);
            Finding accepted = finding(LocalDate.of(2024, 10, 16), keys.of("江口小学"), "Q24", "到牵头校听课研修少 1 次",
                    Finding.State.WITHDRAWN, LocalDate.of(2024, 11, 6), Finding.Origin.NONE, first);
            say(accepted, Finding.What.DISPUTED, "那一次登记在共同体名下，没有算到本校。", LocalDate.of(2024, 10, 18), null,
                    office(keys.of("江口小学")));
            say(accepted, Finding.What.ACCEPTED, "核对签到名单，属实，撤销。", LocalDate.of(2024, 10, 22), null, "示例管理员01");
        }
    }

    /** Ids of the findings on which the present proceeding rests. */
    static Set<UUID> late() {
        return Set.of(finding(LocalDate.of(2024, 9, 4), "科学开学前一周集体备课缺"),
                finding(LocalDate.of(2024, 10, 23), "2 次集体活动未事前报备"));
    }
}

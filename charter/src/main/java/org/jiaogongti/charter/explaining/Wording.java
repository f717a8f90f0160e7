package org.jiaogongti.charter.explaining;

import java.math.BigDecimal;
import java.time.Month;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Kind;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.Threshold;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Target;
import org.jspecify.annotations.Nullable;

/** The engine's types in the clerk's Chinese words, the same words as in a charter file. */
public final class Wording {

    private final Names names;

    public Wording(Names names) {
        this.names = names;
    }

    public static String of(Status status) {
        return switch (status) {
            case MET -> "已完成";
            case OPEN -> "进行中";
            case MISSED -> "未完成";
            case NOT_YET -> "未开始";
            case OPTIONAL -> "可办可不办";
            case WAIVED -> "免办";
            case SUSPENDED -> "暂停";
        };
    }

    public static String of(Modality modality) {
        return switch (modality) {
            case MUST -> "须";
            case SHOULD -> "应";
            case USUALLY -> "一般";
            case MAY -> "可";
        };
    }

    public static String of(Rank rank) {
        return switch (rank) {
            case PRINCIPAL -> "校长";
            case VICE_PRINCIPAL -> "副校长";
            case CADRE -> "中层干部";
            case BACKBONE -> "名优骨干教师";
            case TEACHER -> "教师";
        };
    }

    /** A kind of the notice by its word, one of a district's own by the name that the district gave it. */
    public String kind(String code) {
        return Kind.ofCode(code).map(Kind::word).orElseGet(() -> names.of(code));
    }

    static String of(DateRange days) {
        return days.first() + " 至 " + days.last();
    }

    static String of(Month month) {
        return month.getValue() + "月";
    }

    static String of(Quantity quantity, String unit) {
        return switch (quantity) {
            case Quantity.AtLeast atLeast -> "至少 " + atLeast.number() + " " + unit;
            case Quantity.Between between -> between.least() + "—" + between.most() + " " + unit;
            case Quantity.Unspecified _ -> "原文没有写数量";
        };
    }

    /** A number or range with its unit. */
    public static String number(Quantity quantity, String unit) {
        return switch (quantity) {
            case Quantity.AtLeast atLeast -> atLeast.number() + " " + unit;
            case Quantity.Between between -> between.least() + "—" + between.most() + " " + unit;
            case Quantity.Unspecified _ -> "没有写数量";
        };
    }

    /** Where a round starts from. */
    public static String of(Baseline baseline, String unit) {
        return switch (baseline) {
            case Baseline.Known known -> amount(known.value(), unit) + "（" + known.day() + "）";
            case Baseline.Undecided _ -> "待定";
        };
    }

    /** What is to be reached. */
    public static String of(Target target, String unit) {
        return switch (target) {
            case Target.Decided decided -> bounds(decided, unit)
                    + (decided.margin().signum() == 0 ? "" : "，差 " + amount(decided.margin(), unit) + " 以内也算");
            case Target.Undecided _ -> "待定";
        };
    }

    private static String bounds(Target.Decided target, String unit) {
        BigDecimal least = target.least();
        BigDecimal greatest = target.greatest();
        return least == null
                ? amount(Objects.requireNonNull(greatest), unit) + " 以下"
                : greatest == null ? amount(least, unit) + " 以上" : signed(least) + "—" + amount(greatest, unit);
    }

    private static String amount(BigDecimal number, String unit) {
        return signed(number) + (unit.equals("%") ? "" : " ") + unit;
    }

    private static String signed(BigDecimal number) {
        return number.toPlainString().replace('-', '−');
    }

    String of(Measure measure) {
        return switch (measure) {
            case Measure.Occasions occasions -> kinds(occasions.kinds()) + "，每次算一次";
            case Measure.Lessons lessons -> kinds(lessons.kinds()) + "，按节数算";
            case Measure.PlacementStarts _ -> "挂职的人，算在开始的那一期";
            case Measure.PlacementDays _ -> "任教的人，在期内有一天就算";
            case Measure.Mentors _ -> "每个来任教的人的导师";
            case Measure.Papers papers -> "每次活动的" + papers.paper().word() + "，办之前就要有";
        };
    }

    private String kinds(Collection<String> codes) {
        return codes.stream().map(this::kind).sorted().collect(Collectors.joining("、"));
    }

    /** A condition as a charter file writes it. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.HostIs host -> "在" + host.place().word() + "举办";
            case Condition.LedBy led -> led.place().word() + "带队";
            case Condition.LeaderIs leader -> "带队人是" + ranks(leader.ranks());
            case Condition.LeaderAtLeast leader -> "带队人职级不低于" + of(leader.rank());
            case Condition.SubjectIn in -> "学科是" + in.subjects().stream().sorted().collect(Collectors.joining("、"));
            case Condition.SubjectOfCounterpart _ -> "本学科";
            case Condition.OneGrade _ -> "只有一个年级";
            case Condition.InPerson _ -> "到校(不是线上)";
            case Condition.TookPart part -> part.place().word() + "参加";
            case Condition.AnotherTookPart _ -> "另有学校参加";
            case Condition.ParticipantsAtLeast people ->
                people.place().word() + "参加人数不少于" + of(people.threshold());
            case Condition.FiledBefore _ -> "事先报备";
            case Condition.Approved _ -> "方案已审核";
            case Condition.PlacedTo to -> "派到" + to.place().word();
            case Condition.PersonAtLeast person ->
                person.rank() == Rank.CADRE ? "中层以上干部" : "职级不低于" + of(person.rank());
            case Condition.Permanent _ -> "在编";
            case Condition.Young _ -> "青年教师";
            case Condition.AllOf all -> "全部：" + joined(all.parts());
            case Condition.AnyOf any -> "任一：" + joined(any.parts());
            case Condition.Not not -> "不是：" + of(not.part());
        };
    }

    private static String joined(List<Condition> parts) {
        return parts.stream().map(Wording::of).collect(Collectors.joining("；"));
    }

    private static String of(Threshold threshold) {
        return switch (threshold) {
            case Threshold.People people -> people.number() + "人";
            case Threshold.ShareOfTeachers share -> "专任教师的" + share.numerator() + "/" + share.denominator()
                    + (share.rounding() == Threshold.Rounding.UP ? "（不足一人算一人）" : "（不足一人不算）");
            case Threshold.Smaller smaller ->
                smaller.of().stream().map(Wording::of).collect(Collectors.joining("和")) + "中较小的";
            case Threshold.Larger larger ->
                larger.of().stream().map(Wording::of).collect(Collectors.joining("和")) + "中较大的";
        };
    }

    private static String ranks(Collection<Rank> ranks) {
        return ranks.stream().sorted().map(Wording::of).collect(Collectors.joining("或"));
    }

    /** Why a record does not count, with its numbers. */
    public String of(Reason reason) {
        return switch (reason) {
            case Reason.NotHeld notHeld -> switch (notHeld.state()) {
                case HELD -> "已举办";
                case PLANNED -> "还只是计划";
                case CANCELLED -> "已取消";
                case DISPUTED -> "对方校说不对，还没有定";
            };
            case Reason.StillToCome later -> "从 " + later.countsOn() + " 起才算";
            case Reason.OutsideEveryPeriod outside -> outside.day() + " 不在任何一期里";
            case Reason.OutsideWindow outside ->
                outside.day() + " 不在" + outside.window().word() + "（" + of(outside.days()) + "）里";
            case Reason.NoSuchCommunity unknown -> "没有共同体“" + name(unknown.community()) + "”";
            case Reason.WrongHost host -> "举办地是" + name(host.host()) + "，应在" + either(host.wanted());
            case Reason.NotLedBy led -> "带队的是" + name(led.ledBy()) + "，应是" + either(led.wanted());
            case Reason.WrongRank rank -> "职级是" + rank(rank.rank()) + "，应是" + ranks(rank.wanted());
            case Reason.WrongSubject subject ->
                "学科是" + name(subject.subject()) + "，应是" + either(subject.wanted().stream().sorted().toList());
            case Reason.HeldOnline _ -> "是线上办的，这里只计到校的";
            case Reason.NotOneGrade grades -> grades.grades().isEmpty()
                    ? "没有写年级"
                    : "有 " + grades.grades().size() + " 个年级（" + String.join("、", grades.grades()) + "），应是一个";
            case Reason.DidNotTakePart school -> name(school.school()) + "没有人参加";
            case Reason.NobodyElseTookPart _ -> "没有别的学校参加";
            case Reason.TooFewPeople people ->
                name(people.school()) + "参加 " + people.present() + " 人，需要 " + people.needed() + " 人";
            case Reason.NotFiledBefore filed -> filed.filedOn() == null
                    ? "没有报备"
                    : "报备在 " + filed.filedOn() + "，举办在 " + filed.heldOn();
            case Reason.NotApproved approved -> approved.approvedOn() == null
                    ? "方案没有审核"
                    : "审核在 " + approved.approvedOn() + "，举办在 " + approved.heldOn();
            case Reason.NoLessons _ -> "节数是 0";
            case Reason.CountedOnce once -> "同一次活动的第 " + once.otherPart() + " 项已经算过";
            case Reason.WrongDestination to -> "派到" + name(to.toSchool()) + "，应派到" + either(to.wanted());
            case Reason.NotPermanent _ -> "不在编";
            case Reason.NotYoung _ -> "不是青年教师";
            case Reason.WrongOrigin from -> name(from.fromSchool()) + "没有这条责任";
            case Reason.NoMentor _ -> "没有指定导师";
            case Reason.Excluded _ -> "属于不算的情形";
            case Reason.NoneOf none ->
                "哪一种都不是：" + none.each().stream().map(this::of).collect(Collectors.joining("；"));
        };
    }

    /** A record in one line. */
    public String of(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> part.date() + " " + kind(part.kind())
                    + (part.subject() == null ? "" : "（" + names.of(part.subject()) + "）")
                    + (part.host() == null ? "" : "，" + names.of(part.host()));
            case Placement placement -> placement.start() + " 起 " + placement.person() + "，"
                    + names.of(placement.fromSchool()) + "派到" + names.of(placement.toSchool());
        };
    }

    String name(@Nullable String id) {
        return id == null || id.isEmpty() ? "（空）" : names.of(id);
    }

    private static String rank(@Nullable Rank rank) {
        return rank == null ? "（空）" : of(rank);
    }

    private String either(List<String> ids) {
        return ids.isEmpty() ? "（无）" : ids.stream().map(names::of).collect(Collectors.joining("或"));
    }
}

package org.jiaogongti.charter.reading;

import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiaogongti.charter.Bearer;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Effect;
import org.jiaogongti.charter.Kind;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.charter.Place;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Threshold;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.goals.Direction;
import org.jiaogongti.charter.goals.Recorded;
import org.jiaogongti.charter.goals.Whose;

/** The clerk's words of a charter file and what they stand for. */
final class Words {

    static final Map<String, Bearer> BEARERS = by(List.of(Bearer.values()), Bearer::word);
    static final Map<String, Each> EACH = by(List.of(Each.values()), Each::word);
    static final Map<String, Recurrence> RECURRENCES = by(List.of(Recurrence.values()), Recurrence::word);
    static final Map<String, Window> WINDOWS = by(List.of(Window.values()), Window::word);
    static final Map<String, Kind> KINDS = by(List.of(Kind.values()), Kind::word);
    static final Map<String, Paper> PAPERS = by(List.of(Paper.values()), Paper::word);
    /** The code of a district's own kind. */
    static final Pattern OWN_KIND = Pattern.compile("own-[0-9a-f]{8}");
    static final Map<String, Overlay.Kind> EFFECTS = by(List.of(Overlay.Kind.values()), Overlay.Kind::word);
    static final Map<String, Scheme.Mean> MEANS = by(List.of(Scheme.Mean.values()), Scheme.Mean::word);
    static final Map<String, Scheme.Span> SPANS = by(List.of(Scheme.Span.values()), Scheme.Span::word);
    static final Map<String, Scheme.Readers> READERS = by(List.of(Scheme.Readers.values()), Scheme.Readers::word);
    static final Map<String, Scheme.Attainment> ATTAINMENTS = by(List.of(Scheme.Attainment.values()),
            Scheme.Attainment::word);
    static final Map<String, Scheme.CommunityShare> COMMUNITY_SHARES = by(List.of(Scheme.CommunityShare.values()),
            Scheme.CommunityShare::word);
    static final Map<String, Scheme.SchoolShare> SCHOOL_SHARES = by(List.of(Scheme.SchoolShare.values()),
            Scheme.SchoolShare::word);
    static final Map<String, Scheme.Unit> MONEY_UNITS = by(List.of(Scheme.Unit.values()), Scheme.Unit::word);
    static final Map<String, Threshold.Rounding> ROUNDINGS = by(List.of(Threshold.Rounding.values()),
            Threshold.Rounding::word);
    static final Map<String, Modality> MODALITIES = Map.of("须", Modality.MUST, "应", Modality.SHOULD, "一般",
            Modality.USUALLY, "可", Modality.MAY);
    static final Map<String, Rank> RANKS = Map.of("校长", Rank.PRINCIPAL, "副校长", Rank.VICE_PRINCIPAL, "中层干部", Rank.CADRE,
            "名优骨干教师", Rank.BACKBONE, "教师", Rank.TEACHER);
    static final Map<String, Month> MONTHS = by(List.of(Month.values()), month -> month.getValue() + "月");
    static final Map<String, DutyKind> DUTY_KINDS = Map.of("次数", DutyKind.COUNTED, "人员", DutyKind.STAFFING, "文件",
            DutyKind.DOCUMENT, "成果", DutyKind.OUTCOME);
    static final List<String> UNITS = List.of("次", "节", "人", "名", "项", "份");
    static final Map<String, World.SchoolKind> SCHOOL_KINDS = by(List.of(World.SchoolKind.values()),
            World.SchoolKind::word);
    static final Map<String, Effect> SHARED_DAYS = Map.of("归后段", new Effect.SharedDayToLater(), "归前段",
            new Effect.SharedDayToEarlier());
    static final Map<String, Effect> TEACHING_POINTS = Map.of("并入中心校", new Effect.PointsInCentralSchool());
    static final Map<String, Boolean> LARGER = Map.of("较小", false, "较大", true);

    static final Map<String, Direction> DIRECTIONS = by(List.of(Direction.values()), Direction::word);
    static final Map<String, Whose> WHOSE = by(List.of(Whose.values()), Whose::word);
    static final Map<String, Recorded> RECORDED = by(List.of(Recorded.values()), Recorded::word);
    static final Map<String, MeansKind> MEANS_KINDS = Map.of("记录", MeansKind.RECORDS, "结果", MeansKind.OUTCOMES, "评定",
            MeansKind.JUDGEMENT);

    /** Conditions that need no number. */
    static final Map<String, Condition> CONDITIONS = conditions();
    /** Conditions with something behind the colon. */
    static final List<String> CONDITIONS_WITH_VALUE = List.of("带队人是", "带队人职级不低于", "学科是", "本校参加人数不少于", "对方校参加人数不少于",
            "任一", "全部", "不是");

    private Words() {}

    private static Map<String, Condition> conditions() {
        Map<String, Condition> words = new LinkedHashMap<>();
        words.put("牵头校带队", new Condition.LedBy(Place.LEAD_SCHOOL));
        words.put("成员校带队", new Condition.LedBy(Place.MEMBER_SCHOOL));
        words.put("本校带队", new Condition.LedBy(Place.BEARER));
        words.put("在牵头校举办", new Condition.HostIs(Place.LEAD_SCHOOL));
        words.put("在成员校举办", new Condition.HostIs(Place.MEMBER_SCHOOL));
        words.put("在对方校举办", new Condition.HostIs(Place.COUNTERPART));
        words.put("在本校举办", new Condition.HostIs(Place.BEARER));
        words.put("本学科", new Condition.SubjectOfCounterpart());
        words.put("到校", new Condition.InPerson());
        words.put("只有一个年级", new Condition.OneGrade());
        words.put("本校参加", new Condition.TookPart(Place.BEARER));
        words.put("对方校参加", new Condition.TookPart(Place.COUNTERPART));
        words.put("另有学校参加", new Condition.AnotherTookPart());
        words.put("事先报备", new Condition.FiledBefore());
        words.put("方案已审核", new Condition.Approved());
        words.put("派到牵头校", new Condition.PlacedTo(Place.LEAD_SCHOOL));
        words.put("派到同一共同体的另一所学校", new Condition.PlacedTo(Place.ANOTHER_OF_COMMUNITY));
        words.put("中层以上干部", new Condition.PersonAtLeast(Rank.CADRE));
        words.put("在编", new Condition.Permanent());
        words.put("青年教师", new Condition.Young());
        return words;
    }

    private static <T> Map<String, T> by(List<T> values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        values.forEach(value -> words.put(word.apply(value), value));
        return words;
    }

    /** How the value of an indicator is come by (种类). */
    enum MeansKind {
        RECORDS, OUTCOMES, JUDGEMENT
    }

    /** What kind of thing a duty asks for (种类). */
    enum DutyKind {
        COUNTED, STAFFING, DOCUMENT, OUTCOME
    }
}

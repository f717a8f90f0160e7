package org.jiaogongti.charter.worlds;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World.Membership;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jspecify.annotations.Nullable;

/** One community with a lead school and two member schools, and records written in one line. */
public final class Village {

    public static final String COMMUNITY = "山村共同体";
    public static final String LEAD = "中心小学";
    public static final String NEAR = "河边小学";
    public static final String FAR = "山顶小学";

    public static final Period AUTUMN = new Period("2023-2024-1", PeriodKind.TERM,
            new DateRange(LocalDate.of(2023, 9, 1), LocalDate.of(2024, 1, 26)), LocalDate.of(2023, 11, 6));
    public static final Period SPRING = new Period("2023-2024-2", PeriodKind.TERM,
            new DateRange(LocalDate.of(2024, 2, 26), LocalDate.of(2024, 6, 28)), LocalDate.of(2024, 4, 22));
    public static final Period YEAR = new Period("2023-2024", PeriodKind.SCHOOL_YEAR,
            new DateRange(LocalDate.of(2023, 9, 1), LocalDate.of(2024, 8, 31)), null);
    public static final Period CALENDAR = new Period("2024", PeriodKind.CALENDAR_YEAR,
            new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)), null);

    private Village() {}

    /** 43 teachers at {@link #NEAR}, so a fifth is 8.6; 60 at {@link #FAR}, so a fifth is more than 10. */
    public static SmallWorld world() {
        return new SmallWorld(List.of(AUTUMN, SPRING, YEAR, CALENDAR),
                List.of(new Membership(LEAD, COMMUNITY, Role.LEAD), new Membership(NEAR, COMMUNITY, Role.MEMBER),
                        new Membership(FAR, COMMUNITY, Role.MEMBER)),
                Map.of(LEAD, 80, NEAR, 43, FAR, 60), List.of(new SmallWorld.Group(COMMUNITY, "数学")),
                List.of(new SmallWorld.Weak(COMMUNITY, FAR, "英语")));
    }

    public static OccasionPart held(String source, String kind, String day, @Nullable String host,
            @Nullable Rank rank) {
        return new OccasionPart(source, "1", kind, LocalDate.parse(day), COMMUNITY, host, LEAD, rank, null, List.of(),
                1, Map.of(), null, null, OccasionState.HELD);
    }

    public static OccasionPart lessons(String source, String day, String host, int lessons) {
        return new OccasionPart(source, "1", "demonstration-lesson", LocalDate.parse(day), COMMUNITY, host, LEAD,
                Rank.BACKBONE, "语文", List.of("五"), lessons, Map.of(), null, null, OccasionState.HELD);
    }

    public static OccasionPart visit(String source, String day, String school, int people) {
        return new OccasionPart(source, "1", "study-visit", LocalDate.parse(day), COMMUNITY, LEAD, LEAD, null, null,
                List.of(), 1, Map.of(school, people), null, null, OccasionState.HELD);
    }

    public static OccasionPart planning(String source, String part, String day, String subject, String school) {
        return new OccasionPart(source, part, part.equals("1") ? "joint-planning" : "research-activity",
                LocalDate.parse(day), COMMUNITY, LEAD, LEAD, null, subject, List.of(), 1, Map.of(school, 3), null,
                null, OccasionState.HELD);
    }

    public static OccasionPart in(OccasionPart part, OccasionState state) {
        return new OccasionPart(part.source(), part.part(), part.kind(), part.date(), part.community(), part.host(),
                part.ledBy(), part.ledByRank(), part.subject(), part.grades(), part.lessons(), part.participants(),
                part.filedOn(), part.approvedOn(), state);
    }

    public static Placement young(String source, String from, String start, @Nullable String end,
            @Nullable String mentor) {
        return new Placement(source, from, LEAD, "示例教师01", Rank.TEACHER, true, true, LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end), mentor);
    }
}

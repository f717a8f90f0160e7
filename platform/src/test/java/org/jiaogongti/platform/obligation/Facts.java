package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jspecify.annotations.Nullable;

/** Records of a small district that count for known duties. */
record Facts(SmallDistrict district) {

    static Source newOccasion() {
        return new Source("occasion", UUID.randomUUID());
    }

    /** Counts for Q21 with its lessons, where it is held. */
    SourcedFacts demonstration(Source source, LocalDate date, int lessons, OccasionState state) {
        return new SourcedFacts(source, List.of(new OccasionPart(source.id().toString(), "1", "demonstration-lesson",
                date, district.community(), district.member(1), district.lead(), Rank.BACKBONE, "语文", List.of("三"),
                lessons, Map.of(), null, null, state)));
    }

    SourcedFacts demonstration(LocalDate date, int lessons) {
        return demonstration(newOccasion(), date, lessons, OccasionState.HELD);
    }

    /** Counts for Q24 of the first member school where the people are enough. */
    SourcedFacts studyVisit(LocalDate date, int people) {
        Source source = newOccasion();
        return new SourcedFacts(source,
                List.of(new OccasionPart(source.id().toString(), "1", "study-visit", date, district.community(),
                        district.lead(), district.lead(), Rank.BACKBONE, "语文", List.of(), 1,
                        Map.of(district.member(1), people), null, null, OccasionState.HELD)));
    }

    /** Counts for Q25 of the first member school, and makes a mentor due (Q26). */
    SourcedFacts placement(UUID id, LocalDate start, @Nullable String mentor) {
        return new SourcedFacts(new Source("placement", id),
                List.of(new Placement(id.toString(), district.member(1), district.lead(), "示例教师01", Rank.TEACHER, true,
                        true, start, null, mentor)));
    }
}

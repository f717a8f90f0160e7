package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jspecify.annotations.Nullable;

/** Records of every kind in a small district, near the borders of what counts. */
final class RandomRecords {

    private static final List<String> KINDS = List.of("demonstration-lesson", "lesson-observation", "lecture",
            "staff-training", "study-visit", "outreach-lesson", "joint-planning", "research-activity",
            "leadership-meeting", "guidance-visit", "classroom-contest", "material-contest", "exhibition",
            "topic-test", "literacy-contest", "grade-contest", "revision-seminar");

    private final SmallDistrict district;
    private final RandomGenerator random;

    RandomRecords(SmallDistrict district, RandomGenerator random) {
        this.district = district;
        this.random = random;
    }

    SourcedFacts next() {
        return random.nextInt(5) == 0 ? placement(newId()) : occasion(newId());
    }

    /** Another state of the same record. */
    SourcedFacts again(Source source) {
        return source.kind().equals("placement") ? placement(source.id()) : occasion(source.id());
    }

    private UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private SourcedFacts occasion(UUID id) {
        String community = pick(district.communities).key();
        String host = orNone(pick(district.schools).key());
        String ledBy = orNone(random.nextBoolean() ? district.lead() : pick(district.schools).key());
        LocalDate date = day();
        OccasionState state = random.nextInt(3) > 0 ? OccasionState.HELD : pick(List.of(OccasionState.values()));
        Map<String, Integer> participants = new HashMap<>();
        district.schools.forEach(school -> {
            if (random.nextInt(3) == 0) {
                participants.put(school.key(), random.nextInt(12));
            }
        });
        List<Fact> parts = new ArrayList<>();
        for (int part = 1; part <= 1 + random.nextInt(3); part++) {
            parts.add(new OccasionPart(id.toString(), Integer.toString(part), pick(KINDS), date, community, host,
                    ledBy, random.nextBoolean() ? Rank.BACKBONE : pick(List.of(Rank.values())),
                    orNone(pick(SmallDistrict.SUBJECTS)), random.nextBoolean() ? List.of("三") : List.of(),
                    random.nextInt(4), participants, orNone(date.minusDays(random.nextInt(3))), null, state));
        }
        return new SourcedFacts(new Source("occasion", id), parts);
    }

    private SourcedFacts placement(UUID id) {
        LocalDate start = day();
        String from = pick(district.schools).key();
        String to = random.nextBoolean() ? district.lead() : pick(district.schools).key();
        return new SourcedFacts(new Source("placement", id),
                List.of(new Placement(id.toString(), from, to, "示例教师" + random.nextInt(99),
                        pick(List.of(Rank.values())), random.nextInt(4) > 0, random.nextInt(4) > 0, start,
                        orNone(start.plusDays(random.nextInt(300))), orNone("示例导师"))));
    }

    private LocalDate day() {
        return LocalDate.of(2024, 2, 10).plusDays(random.nextInt(510));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> @Nullable T orNone(T value) {
        return random.nextInt(8) == 0 ? null : value;
    }
}

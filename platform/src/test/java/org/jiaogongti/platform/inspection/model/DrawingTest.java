package org.jiaogongti.platform.inspection.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiaogongti.platform.inspection.Sample.Candidate;
import org.junit.jupiter.api.Test;

/** A draw is the same for everybody with the same seed, and over seeds no record is preferred. */
final class DrawingTest {

    private static List<Candidate> world(int lessons, int lectures) {
        List<Candidate> all = new ArrayList<>();
        IntStream.range(0, lessons).forEach(n -> all.add(new Candidate(new UUID(7, n), "lesson")));
        IntStream.range(0, lectures).forEach(n -> all.add(new Candidate(new UUID(8, n), "lecture")));
        return all;
    }

    private static Map<String, Long> kinds(List<Candidate> drawn) {
        return drawn.stream().collect(Collectors.groupingBy(Candidate::kind, TreeMap::new, Collectors.counting()));
    }

    @Test
    void theSameSeedDrawsTheSameInWhateverOrderTheRecordsAreGiven() {
        List<Candidate> all = world(20, 5);
        List<Candidate> first = Drawing.draw(all, 20241120, 8);
        Collections.shuffle(all, new Random(1));
        assertThat(Drawing.draw(all, 20241120, 8)).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(Drawing.draw(all, 20241121, 8)).isNotEqualTo(first);
        assertThat(Drawing.repeats(all, 20241120, 8, first.stream().map(Candidate::occasion).toList())).isTrue();
        assertThat(Drawing.repeats(all, 20241121, 8, first.stream().map(Candidate::occasion).toList())).isFalse();
    }

    @Test
    void eachKindGivesItsShareAndOneAtLeast() {
        assertThat(kinds(Drawing.draw(world(20, 5), 3, 10))).as("8 and 2 of 20 and 5")
                .isEqualTo(Map.of("lesson", 8L, "lecture", 2L));
        assertThat(kinds(Drawing.draw(world(98, 2), 3, 10))).as("9.8 and 0.2, but one lecture at least")
                .isEqualTo(Map.of("lesson", 9L, "lecture", 1L));
        assertThat(Drawing.draw(world(3, 1), 3, 10)).as("all where there are fewer").hasSize(4);
        assertThat(Drawing.draw(world(3, 3), 3, 1)).as("less than a place for each kind").hasSize(1);
        for (int size = 1; size <= 12; size++) {
            assertThat(Drawing.draw(world(7, 4), size, size)).hasSize(Math.min(size, 11));
        }
    }

    /** 2 of 4: each of the 6 pairs in about a sixth of 3,000 seeds. 500 are expected, with a deviation of about 20. */
    @Test
    void overSeedsEveryPairIsDrawnAboutEquallyOften() {
        Map<List<UUID>, Integer> pairs = new TreeMap<>(
                java.util.Comparator
                        .comparing(pair -> pair.stream().map(UUID::toString).collect(Collectors.joining())));
        for (long seed = 0; seed < 3000; seed++) {
            pairs.merge(Drawing.draw(world(4, 0), seed, 2).stream().map(Candidate::occasion).sorted().toList(), 1,
                    Integer::sum);
        }
        assertThat(pairs).hasSize(6);
        assertThat(pairs.values()).allSatisfy(times -> assertThat(times).isBetween(410, 590));
    }
}

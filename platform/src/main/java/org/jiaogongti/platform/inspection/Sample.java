package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Held activities drawn by chance, to look whether they were held as recorded.
 *
 * @param school whose records were drawn from; null where a community's were
 * @param community likewise
 * @param size how many were asked for
 * @param population all held activities of the days when it was drawn
 */
public record Sample(UUID id, @Nullable UUID school, @Nullable UUID community, DateRange days, long seed, int size,
        List<Candidate> population, By by) {

    public static final int MOST = 100;
    public static final int LONGEST_NOTE = 500;

    public Sample {
        population = List.copyOf(population);
    }

    /** A held activity that could be drawn, with its kind, by which the draw is stratified. */
    public record Candidate(UUID occasion, String kind) {}

    /** 属实、不实、无法核实. */
    public enum Verdict {
        GENUINE, UNTRUE, UNCLEAR
    }

    /**
     * A record that was drawn.
     *
     * @param school whose record it is
     * @param duties what it counted for when it was drawn
     * @param check what was said of it last, or null
     */
    public record Drawn(UUID id, UUID sample, int position, UUID occasion, UUID school, String kind, LocalDate heldOn,
            Set<String> duties, @Nullable Check check) {

        public Drawn {
            duties = Set.copyOf(duties);
        }
    }

    /** What was said of a drawn record. */
    public record Check(UUID id, UUID drawn, Verdict verdict, String note, By by) {}
}

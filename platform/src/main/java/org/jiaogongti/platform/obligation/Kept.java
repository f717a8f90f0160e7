package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.shell.Messages;

/**
 * How a duty that nothing held counts for stands in a community, by what another module keeps anyway: who sits where, what
 * was decided. It is shown, and no part of an appraisal.
 *
 * @param community its id in the world
 * @param figure such as {@code 8/9组}
 * @param percent how much of it is there, 0 to 100
 * @param href the page whose rows it was read from
 */
public record Kept(String community, State state, String figure, int percent, String href) {

    /** How it stands on a day. */
    public enum State {
        IN_PLACE, UNDER_WAY, LACKING, NOT_YET, LATE
    }

    /**
     * What is asked.
     *
     * @param day on which lists are looked up
     * @param periods of the district's calendar
     * @param today by which something is late
     */
    public record Asked(Charter charter, Span span, List<Period> periods, LocalDate day, LocalDate today,
            List<String> communities, Messages m) {

        public Asked {
            periods = List.copyOf(periods);
            communities = List.copyOf(communities);
        }
    }

    /** Implemented by modules that come after this one; as many selects whatever they keep. */
    public interface Source {

        /** Whether it answers for a duty, known by what the duty waits for. */
        boolean keeps(Obligation duty);

        /** By duty, one a community; a duty of which nothing is kept or due in the span is left out. */
        Map<String, List<Kept>> of(Asked asked);
    }

    /** Whether a duty waits for something, and for nothing but these fact types (等). */
    public static boolean waitsOnlyFor(Obligation duty, List<String> factTypes) {
        List<String> waits = duty.head().waitsFor();
        return !waits.isEmpty() && factTypes.containsAll(waits);
    }
}

package org.jiaogongti.charter.appraising;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What inspections of the year found, as far as a scheme looks at it.
 *
 * @param quality what part of the records drawn for a duty of a community was found good, 0 to 1; a duty of which none
 *        was drawn is taken at its records' word
 * @param unresolved findings of a community that were not put right in time, each as people refer to it
 */
public record Inspected(Map<Drawn, BigFraction> quality, Map<String, List<String>> unresolved) {

    /** Nobody inspected anything. */
    public static final Inspected NOTHING = new Inspected(Map.of(), Map.of());

    public Inspected {
        quality.forEach((drawn, rate) -> {
            if (rate.signum() < 0 || rate.compareTo(BigFraction.ONE) > 0) {
                throw new IllegalArgumentException("The rate of %s is %s.%nGive good records by records drawn, 0 to 1."
                        .formatted(drawn, rate));
            }
        });
        quality = Map.copyOf(quality);
        unresolved = Map.copyOf(unresolved);
    }

    /** The duty of a community that records were drawn for. */
    public record Drawn(String community, String duty) {}

    BigFraction quality(String community, String duty) {
        return quality.getOrDefault(new Drawn(community, duty), BigFraction.ONE);
    }

    int unresolved(String community) {
        return unresolved.getOrDefault(community, List.of()).size();
    }
}

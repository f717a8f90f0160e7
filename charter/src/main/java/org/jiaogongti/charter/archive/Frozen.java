package org.jiaogongti.charter.archive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.appraising.Inspected;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jspecify.annotations.Nullable;

/**
 * Everything an appraisal is computed from.
 *
 * @param rules the charter and the scheme
 * @param asked what was asked of them
 * @param schools communities and their schools by id, both in the order of the result
 * @param world answers at least for the days of the year and of the facts
 * @param facts records that bear on the year; others do no harm
 * @param waivers at most one per instance
 * @param before each school's own result a year ago, by id, 0 to 100; what a school has made good is measured by it
 */
public record Frozen(Rules rules, Asked asked, Map<String, List<String>> schools, World world, List<Fact> facts,
        List<Waiver> waivers, Inspected inspected, Map<String, BigFraction> before) {

    public Frozen {
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        schools.forEach((community, inside) -> ordered.put(community, List.copyOf(inside)));
        schools = Collections.unmodifiableMap(ordered);
        facts = List.copyOf(facts);
        waivers = List.copyOf(waivers);
        before = Map.copyOf(before);
    }

    /**
     * Charter and scheme as they are written.
     *
     * @param overlays later law by name, in the order in which it is applied
     * @param readings open points that are read otherwise than the charter says, at all times
     * @param factTypes what there are records of besides, as in {@link Charter#having}
     */
    public record Rules(CharterText charter, Map<String, String> overlays, Map<String, String> readings,
            Set<String> factTypes, String scheme) {

        public Rules {
            overlays = Collections.unmodifiableMap(new LinkedHashMap<>(overlays));
            readings = Collections.unmodifiableMap(new TreeMap<>(readings));
            factTypes = Set.copyOf(factTypes);
        }

        /**
         * The charter as it is read.
         *
         * @throws org.jiaogongti.charter.reading.InvalidCharter where a file has errors
         */
        public Charter read() {
            Charter read = Charters.of("charter.yaml", charter).withoutOverlays().having(factTypes);
            for (Map.Entry<String, String> overlay : overlays.entrySet()) {
                read = read.with(Charters.overlay(overlay.getKey() + ".yaml", overlay.getValue()));
            }
            for (Map.Entry<String, String> reading : readings.entrySet()) {
                read = read.reading(reading.getKey(), reading.getValue());
            }
            return read;
        }
    }

    /**
     * The question.
     *
     * @param year a school year or calendar year
     * @param budget in fen
     * @param threshold another than the scheme's, or null
     * @param program the version of the program that froze it
     * @param journalHead the hash of the last line of the journal, which vouches for the records; empty where there is
     *        no journal
     */
    public record Asked(String year, LocalDate asOf, BigInteger budget, @Nullable BigDecimal threshold, String program,
            String journalHead) {}

    /**
     * The scheme as it is used.
     *
     * @throws org.jiaogongti.charter.reading.InvalidCharter where its file has errors
     */
    public Scheme scheme() {
        Scheme scheme = Charters.scheme("scheme.yaml", rules.scheme());
        return asked.threshold() == null ? scheme : scheme.threshold(asked.threshold());
    }

    /** Communities by id in the order of the result. */
    List<String> communities() {
        return new ArrayList<>(schools.keySet());
    }
}

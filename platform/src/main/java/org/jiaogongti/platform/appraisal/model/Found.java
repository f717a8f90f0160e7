package org.jiaogongti.platform.appraisal.model;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Inspected;

/**
 * What an appraisal goes by besides the year's own records.
 *
 * @param inspected what inspections found, by the ids of communities
 * @param before each school's own result a year ago, by id
 */
public record Found(Inspected inspected, Map<String, BigFraction> before) {

    public static final Found NOTHING = new Found(Inspected.NOTHING, Map.of());

    public Found {
        before = Map.copyOf(before);
    }
}

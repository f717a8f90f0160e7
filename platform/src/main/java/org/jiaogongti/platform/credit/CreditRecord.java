package org.jiaogongti.platform.credit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody's own record of one school year.
 *
 * @param year name of the school year
 * @param years those that can be chosen, newest first
 * @param lines the latest first
 * @param namesakes whether somebody of the same name is at the same school, so that lines may be the other's
 */
public record CreditRecord(String name, String year, List<String> years, List<Credit> lines, boolean namesakes) {

    public CreditRecord {
        years = List.copyOf(years);
        lines = List.copyOf(lines);
    }

    public BigDecimal hours() {
        return lines.stream().map(Credit::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Hours by category, in the order in which they first came. */
    public Map<String, BigDecimal> byCategory() {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        lines.reversed().forEach(line -> sums.merge(line.category(), line.hours(), BigDecimal::add));
        return sums;
    }
}

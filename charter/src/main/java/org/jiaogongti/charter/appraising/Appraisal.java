package org.jiaogongti.charter.appraising;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Scheme.Section;
import org.jspecify.annotations.Nullable;

/**
 * What a community's year comes to under a scheme.
 *
 * @param score 0 to 100
 * @param sections the points of each section that has instances; empty where the scheme has none
 * @param contributions each school's Shapley value of the score that schools of the community brought about; they add
 *        up to it before any rounding, and to the score where nobody else led anything
 */
public record Appraisal(String community, BigFraction score, List<Points> sections,
        Map<String, BigFraction> contributions) {

    private static final BigFraction HUNDRED = BigFraction.of(100);

    public Appraisal {
        sections = List.copyOf(sections);
        contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    }

    /**
     * Points of a section.
     *
     * @param weight its share of 100, after sections without instances have given theirs to the others
     * @param attained 0 to 1
     * @param points rounded as the scheme says
     */
    public record Points(Section section, BigFraction weight, BigFraction attained, BigFraction points) {}

    /**
     * Appraises one community.
     *
     * @param schools of the community, in the order of the result
     * @param standings its own instances; those that no section of the scheme takes in do not count
     */
    public static Appraisal of(Scheme.Score scheme, String community, List<String> schools, List<Standing> standings) {
        Map<Section, List<Standing>> bySection = new LinkedHashMap<>();
        if (scheme.sections().isEmpty()) {
            bySection.put(new Section("", "", 100), standings);
        } else {
            scheme.sections().forEach(section -> bySection.put(section, standings.stream()
                    .filter(standing -> standing.clause().startsWith(section.clause())).toList()));
        }
        bySection.values().removeIf(List::isEmpty);
        int present = bySection.keySet().stream().mapToInt(Section::weight).sum();
        BigFraction score = BigFraction.ZERO;
        List<Points> sections = new ArrayList<>();
        Map<String, BigFraction> contributions = new LinkedHashMap<>();
        schools.forEach(school -> contributions.put(school, BigFraction.ZERO));
        for (Map.Entry<Section, List<Standing>> entry : bySection.entrySet()) {
            BigFraction weight = present == 0 ? BigFraction.ZERO : BigFraction.of(entry.getKey().weight(), present);
            BigFraction attained = BigFraction.ZERO;
            Map<String, Integer> instances = new LinkedHashMap<>();
            entry.getValue().forEach(standing -> instances.merge(duty(standing), 1, Integer::sum));
            for (Standing standing : entry.getValue()) {
                BigFraction share = switch (scheme.mean()) {
                    case INSTANCES -> BigFraction.of(1, entry.getValue().size());
                    case DUTIES -> BigFraction.of(1, instances.size() * instances.getOrDefault(duty(standing), 1));
                };
                attained = attained.add(share.multiply(attained(standing)));
                contribute(standing, share.multiply(weight).multiply(HUNDRED), schools, contributions);
            }
            BigFraction points = rounded(attained.multiply(weight).multiply(HUNDRED), scheme.decimals());
            score = score.add(points);
            if (!scheme.sections().isEmpty()) {
                sections.add(new Points(entry.getKey(), weight.multiply(HUNDRED), attained, points));
            }
        }
        return new Appraisal(community, score, sections, contributions);
    }

    private static String duty(Standing standing) {
        return standing.progress().key().duty();
    }

    private static BigFraction attained(Standing standing) {
        int target = standing.progress().target();
        return BigFraction.of(Math.min(target, standing.progress().counted()), target);
    }

    private static void contribute(Standing standing, BigFraction weight, List<String> schools,
            Map<String, BigFraction> into) {
        List<Integer> amounts = schools.stream().map(school -> standing.led().getOrDefault(school, 0)).toList();
        List<BigFraction> values = Shapley.ofCapped(standing.progress().target(), amounts);
        for (int i = 0; i < schools.size(); i++) {
            if (values.get(i).signum() != 0) {
                into.merge(schools.get(i), values.get(i).multiply(weight), BigFraction::add);
            }
        }
    }

    private static BigFraction rounded(BigFraction points, @Nullable Integer decimals) {
        if (decimals == null) {
            return points;
        }
        BigDecimal rounded = points.bigDecimalValue(decimals, RoundingMode.HALF_UP);
        return BigFraction.of(rounded.unscaledValue(), BigInteger.TEN.pow(decimals));
    }
}

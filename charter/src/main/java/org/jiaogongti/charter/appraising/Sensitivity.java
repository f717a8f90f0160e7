package org.jiaogongti.charter.appraising;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What the weights of the sections decide: how far a score moves, who could pass or fail and which communities cannot be
 * told apart, where every weight may be up to so many points higher or lower (not below 0) and is then taken of their sum.
 *
 * <p>
 * Two communities cannot be told apart where weights within the range turn their order round, or where the one behind
 * would have drawn level with one more thing done in one of its instances. A score is a quotient of sums over the
 * weights, so its bounds lie at corners of the range; so does the turning point between communities with the same
 * sections. Where sections are missing from one of two, the corners are what is tried. Rounding, bonus and deduction
 * are as they are.
 *
 * @param points how far each weight was moved
 */
public record Sensitivity(int points, List<Range> ranges, List<Pair> alike) {

    /** More sections than this are moved one at a time and all together only. */
    private static final int MOST = 10;

    public Sensitivity {
        ranges = List.copyOf(ranges);
        alike = List.copyOf(alike);
    }

    /**
     * Where a community's score can lie.
     *
     * @param open whether it passes with some of these weights and fails with others
     */
    public record Range(String community, BigFraction lowest, BigFraction score, BigFraction highest, boolean open) {}

    /** Two communities that cannot be told apart, the one ahead first, and why. */
    public record Pair(String ahead, String behind, Set<Why> why) {
        public Pair {
            why = Set.copyOf(why);
        }
    }

    /** Why two cannot be told apart. */
    public enum Why {
        /** Other weights within the range turn the order round, or the scores are equal. */
        WEIGHTS,
        /** One more thing done would have been enough. */
        ONE_MORE
    }

    /**
     * Looks at appraisals under a scheme with sections; under one without there are no weights to move.
     *
     * @param points 0 to 100
     */
    public static Sensitivity of(Scheme.Score scheme, List<Appraisal> appraisals, BigDecimal threshold, int points) {
        List<Map<String, BigFraction>> corners = corners(scheme, points);
        BigFraction pass = Exact.of(threshold);
        List<Range> ranges = new ArrayList<>();
        Map<String, List<BigFraction>> scores = new LinkedHashMap<>();
        for (Appraisal appraisal : appraisals) {
            List<BigFraction> tried = corners.stream().map(weights -> score(appraisal, weights)).toList();
            scores.put(appraisal.community(), tried);
            BigFraction lowest = tried.stream().reduce(appraisal.score(), Exact::least);
            BigFraction highest = tried.stream().reduce(appraisal.score(), Exact::most);
            ranges.add(new Range(appraisal.community(), lowest, appraisal.score(), highest,
                    lowest.compareTo(pass) < 0 && highest.compareTo(pass) >= 0));
        }
        List<Pair> alike = new ArrayList<>();
        for (Appraisal ahead : appraisals) {
            for (Appraisal behind : appraisals) {
                int order = ahead.score().compareTo(behind.score());
                boolean pair = order > 0 || (order == 0 && appraisals.indexOf(ahead) < appraisals.indexOf(behind));
                Set<Why> why = pair ? why(ahead, behind, scores) : Set.of();
                if (!why.isEmpty()) {
                    alike.add(new Pair(ahead.community(), behind.community(), why));
                }
            }
        }
        return new Sensitivity(points, ranges, alike);
    }

    private static Set<Why> why(Appraisal ahead, Appraisal behind, Map<String, List<BigFraction>> scores) {
        Set<Why> why = new LinkedHashSet<>();
        List<BigFraction> one = scores.getOrDefault(ahead.community(), List.of());
        List<BigFraction> other = scores.getOrDefault(behind.community(), List.of());
        boolean turned = ahead.score().compareTo(behind.score()) == 0;
        for (int i = 0; i < one.size(); i++) {
            turned = turned || one.get(i).compareTo(other.get(i)) < 0;
        }
        if (turned) {
            why.add(Why.WEIGHTS);
        }
        BigFraction step = behind.instances().stream().filter(each -> each.standing().progress().left() > 0)
                .map(each -> each.weight().divide(each.standing().progress().target()))
                .reduce(BigFraction.ZERO, Exact::most);
        if (ahead.score().subtract(behind.score()).compareTo(step) <= 0) {
            why.add(Why.ONE_MORE);
        }
        return why;
    }

    /** The exact sum without rounding, with the weights taken of the sum of those whose sections are there. */
    private static BigFraction score(Appraisal appraisal, Map<String, BigFraction> weights) {
        BigFraction sum = BigFraction.ZERO;
        BigFraction all = BigFraction.ZERO;
        for (Appraisal.Points points : appraisal.sections()) {
            BigFraction weight = weights.getOrDefault(points.section().name(), BigFraction.ZERO);
            sum = sum.add(weight.multiply(points.attained()).multiply(100));
            all = all.add(weight);
        }
        BigFraction moved = all.signum() == 0 ? appraisal.score() : sum.divide(all);
        return Exact.least(Exact.HUNDRED, Exact.most(BigFraction.ZERO,
                moved.add(appraisal.bonus()).subtract(appraisal.deduction())));
    }

    private static List<Map<String, BigFraction>> corners(Scheme.Score scheme, int points) {
        List<Scheme.Section> sections = scheme.sections();
        List<Map<String, BigFraction>> corners = new ArrayList<>();
        if (sections.isEmpty() || points == 0) {
            return corners;
        }
        int all = sections.size() > MOST ? 0 : 1 << sections.size();
        for (int corner = 0; corner < all; corner++) {
            Map<String, BigFraction> weights = new LinkedHashMap<>();
            for (int i = 0; i < sections.size(); i++) {
                weights.put(sections.get(i).name(), moved(sections.get(i), (corner >> i & 1) == 0 ? points : -points));
            }
            corners.add(weights);
        }
        for (int i = 0; all == 0 && i < 2 * sections.size(); i++) {
            Map<String, BigFraction> weights = new LinkedHashMap<>();
            for (int j = 0; j < sections.size(); j++) {
                int by = j != i / 2 ? 0 : i % 2 == 0 ? points : -points;
                weights.put(sections.get(j).name(), moved(sections.get(j), by));
            }
            corners.add(weights);
        }
        return corners;
    }

    private static BigFraction moved(Scheme.Section section, int by) {
        return BigFraction.of(Math.max(0, section.weight() + by));
    }
}

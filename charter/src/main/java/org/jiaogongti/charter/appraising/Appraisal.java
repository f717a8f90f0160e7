package org.jiaogongti.charter.appraising;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Scheme.Attainment;
import org.jiaogongti.charter.appraising.Scheme.Section;
import org.jiaogongti.charter.counting.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a community's year comes to under a scheme.
 *
 * @param score 0 to 100
 * @param sections the points of each section that has instances; empty where the scheme has none
 * @param instances what every instance weighs and is worth: the score down to single duties
 * @param bonus points for optional duties
 * @param deduction points for findings not put right; with the bonus it may come to more than what there is, the score
 *        stays within 0 and 100
 * @param contributions each school's Shapley value of the score that schools of the community brought about; they add
 *        up to it before any rounding, bonus and deduction, and to the score where nobody else led anything
 */
public record Appraisal(String community, BigFraction score, List<Points> sections, List<Weighed> instances,
        BigFraction bonus, BigFraction deduction, Map<String, BigFraction> contributions) {

    public Appraisal {
        sections = List.copyOf(sections);
        instances = List.copyOf(instances);
        contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    }

    /** A score that is given, as far as money is divided by it. */
    public Appraisal(String community, BigFraction score, List<Points> sections,
            Map<String, BigFraction> contributions) {
        this(community, score, sections, List.of(), BigFraction.ZERO, BigFraction.ZERO, contributions);
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
     * One instance in the score.
     *
     * @param section the name of the section it counts in; empty where the scheme has none
     * @param weight the points it is worth when it is attained, of 100
     * @param attained 0 to 1, what inspections found taken into account
     */
    public record Weighed(Standing standing, String section, BigFraction weight, BigFraction attained) {

        /** What it adds to the score before rounding. */
        public BigFraction points() {
            return weight.multiply(attained);
        }
    }

    /** Appraises one community whose duties no inspection looked at. */
    public static Appraisal of(Scheme.Score scheme, String community, List<String> schools, List<Standing> standings) {
        return of(scheme, community, schools, standings, Inspected.NOTHING);
    }

    /**
     * Appraises one community.
     *
     * @param schools of the community, in the order of the result
     * @param standings its own instances; those that no section of the scheme takes in do not count
     */
    public static Appraisal of(Scheme.Score scheme, String community, List<String> schools, List<Standing> standings,
            Inspected inspected) {
        List<Standing> owed = standings.stream().filter(standing -> !optional(standing)).toList();
        Whole whole = new Whole(scheme, inspected, community);
        List<Points> sections = new ArrayList<>();
        List<Weighed> instances = new ArrayList<>();
        BigFraction sum = BigFraction.ZERO;
        for (Share<Section> share : whole.sections(owed)) {
            BigFraction weight = share.of().multiply(Exact.HUNDRED);
            List<Weighed> inside = whole.weighed(share.what(), share.standings(), weight);
            BigFraction exact = inside.stream().map(Weighed::points).reduce(BigFraction.ZERO, BigFraction::add);
            BigFraction points = Exact.rounded(exact, scheme.decimals());
            sum = sum.add(points);
            instances.addAll(inside);
            if (!scheme.sections().isEmpty()) {
                BigFraction attained = weight.signum() == 0 ? BigFraction.ZERO : exact.divide(weight);
                sections.add(new Points(share.what(), weight, attained, points));
            }
        }
        BigFraction bonus = Exact.rounded(bonus(scheme, standings, whole), scheme.decimals());
        BigFraction deduction = deduction(scheme, inspected.unresolved(community));
        BigFraction score = Exact.least(Exact.HUNDRED,
                Exact.most(BigFraction.ZERO, sum.add(bonus).subtract(deduction)));
        return new Appraisal(community, score, sections, instances, bonus, deduction,
                contributions(whole, schools, instances));
    }

    /** The same by other names; the instances keep their keys. */
    public Appraisal named(UnaryOperator<String> names) {
        Map<String, BigFraction> named = new LinkedHashMap<>();
        contributions.forEach((school, contribution) -> named.put(names.apply(school), contribution));
        return new Appraisal(names.apply(community), score, sections, instances, bonus, deduction, named);
    }

    private static boolean optional(Standing standing) {
        return standing.progress().status() == Status.OPTIONAL;
    }

    private static String duty(Standing standing) {
        return standing.progress().key().duty();
    }

    /** What belongs together with its share of a whole. */
    private record Share<T>(T what, BigFraction of, List<Standing> standings) {}

    /** A scheme's rules for one community. */
    private record Whole(Scheme.Score scheme, Inspected inspected, String community) {

        List<Share<Section>> sections(List<Standing> owed) {
            return scheme.sections().isEmpty()
                    ? shares(List.of(new Section("", "", 100)), owed)
                    : shares(scheme.sections(), owed);
        }

        /** Sections with instances only; the others have given their weight to them. */
        private static List<Share<Section>> shares(List<Section> sections, List<Standing> owed) {
            Map<Section, List<Standing>> present = new LinkedHashMap<>();
            sections.forEach(section -> present.put(section,
                    owed.stream().filter(standing -> standing.clause().startsWith(section.clause())).toList()));
            present.values().removeIf(List::isEmpty);
            int weights = present.keySet().stream().mapToInt(Section::weight).sum();
            List<Share<Section>> shares = new ArrayList<>();
            present.forEach((section, inside) -> shares.add(new Share<>(section,
                    weights == 0 ? BigFraction.ZERO : BigFraction.of(section.weight(), weights), inside)));
            return shares;
        }

        List<Weighed> weighed(Section section, List<Standing> inside, BigFraction weight) {
            Attainment way = section.attainment() == null ? scheme.attainment() : section.attainment();
            if (section.items().isEmpty()) {
                return mean(section.name(), way, inside, weight);
            }
            List<Weighed> all = new ArrayList<>();
            for (Share<Section> item : shares(section.items(), inside)) {
                Attainment own = item.what().attainment() == null ? way : item.what().attainment();
                all.addAll(mean(section.name(), own, item.standings(), weight.multiply(item.of())));
            }
            return all;
        }

        private List<Weighed> mean(String section, Attainment way, List<Standing> inside, BigFraction weight) {
            Map<String, Integer> instances = new LinkedHashMap<>();
            inside.forEach(standing -> instances.merge(duty(standing), 1, Integer::sum));
            return inside.stream().map(standing -> {
                BigFraction share = switch (scheme.mean()) {
                    case INSTANCES -> BigFraction.of(1, inside.size());
                    case DUTIES -> BigFraction.of(1, instances.size() * instances.getOrDefault(duty(standing), 1));
                };
                BigFraction attained = attained(standing, way).multiply(good(standing));
                return new Weighed(standing, section, weight.multiply(share), attained);
            }).toList();
        }

        static BigFraction attained(Standing standing, Attainment way) {
            int target = standing.progress().target();
            int counted = standing.progress().counted();
            return switch (way) {
                case LINEAR -> BigFraction.of(Math.min(target, counted), target);
                case THRESHOLD -> counted >= target ? BigFraction.ONE : BigFraction.ZERO;
            };
        }

        /** How much of what was done counts, by what inspections found. */
        BigFraction good(Standing standing) {
            if (scheme.quality() == 0) {
                return BigFraction.ONE;
            }
            BigFraction looked = BigFraction.of(scheme.quality(), 100);
            return BigFraction.ONE.subtract(looked)
                    .add(looked.multiply(inspected.quality(community, duty(standing))));
        }

        Attainment way(Weighed weighed) {
            Attainment way = scheme.attainment();
            for (Section section : scheme.sections()) {
                if (section.name().equals(weighed.section())
                        && weighed.standing().clause().startsWith(section.clause())) {
                    way = section.attainment() == null ? way : section.attainment();
                    for (Section item : section.items()) {
                        if (item.attainment() != null && weighed.standing().clause().startsWith(item.clause())) {
                            return item.attainment();
                        }
                    }
                    return way;
                }
            }
            return way;
        }
    }

    /** Each optional duty by the mean of its instances; together no more than the scheme allows. */
    private static BigFraction bonus(Scheme.Score scheme, List<Standing> standings, Whole whole) {
        Scheme.@Nullable Points points = scheme.bonus();
        if (points == null) {
            return BigFraction.ZERO;
        }
        List<Standing> optional = standings.stream().filter(Appraisal::optional).toList();
        Map<String, Integer> instances = new LinkedHashMap<>();
        optional.forEach(standing -> instances.merge(duty(standing), 1, Integer::sum));
        BigFraction duties = BigFraction.ZERO;
        for (Standing standing : optional) {
            duties = duties.add(Whole.attained(standing, scheme.attainment()).multiply(whole.good(standing))
                    .divide(instances.getOrDefault(duty(standing), 1)));
        }
        return Exact.least(Exact.of(points.most()), duties.multiply(Exact.of(points.each())));
    }

    private static BigFraction deduction(Scheme.Score scheme, int unresolved) {
        Scheme.@Nullable Points points = scheme.deduction();
        return points == null
                ? BigFraction.ZERO
                : Exact.least(Exact.of(points.most()), Exact.of(points.each()).multiply(unresolved));
    }

    private static Map<String, BigFraction> contributions(Whole whole, List<String> schools, List<Weighed> instances) {
        Map<String, BigFraction> contributions = new LinkedHashMap<>();
        schools.forEach(school -> contributions.put(school, BigFraction.ZERO));
        instances.forEach(weighed -> brought(whole, schools, weighed)
                .forEach((school, points) -> contributions.merge(school, points, BigFraction::add)));
        return contributions;
    }

    /**
     * What each school brought of one instance's points, without those that brought nothing; over all instances these
     * add up to the contributions.
     *
     * @param community by the id that {@code inspected} knows it by
     * @param schools as in {@link Standing#led}
     */
    public static Map<String, BigFraction> brought(Scheme.Score scheme, Inspected inspected, String community,
            List<String> schools, Weighed weighed) {
        return brought(new Whole(scheme, inspected, community), schools, weighed);
    }

    private static Map<String, BigFraction> brought(Whole whole, List<String> schools, Weighed weighed) {
        Standing standing = weighed.standing();
        Map<String, BigFraction> brought = new LinkedHashMap<>();
        if (standing.led().isEmpty()) {
            return brought;
        }
        List<Integer> amounts = schools.stream().map(school -> standing.led().getOrDefault(school, 0)).toList();
        List<BigFraction> values = switch (whole.way(weighed)) {
            case LINEAR -> Shapley.ofCapped(standing.progress().target(), amounts);
            case THRESHOLD -> Shapley.ofReached(standing.progress().target(), amounts);
        };
        BigFraction worth = weighed.weight().multiply(whole.good(standing));
        for (int i = 0; i < schools.size(); i++) {
            if (values.get(i).signum() != 0) {
                brought.put(schools.get(i), values.get(i).multiply(worth));
            }
        }
        return brought;
    }
}

package org.jiaogongti.benchmarks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.World.Membership;
import org.jiaogongti.charter.appraising.Appraisal;
import org.jiaogongti.charter.appraising.Fairness;
import org.jiaogongti.charter.appraising.Grants;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Sensitivity;
import org.jiaogongti.charter.appraising.Standing;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.reading.Charters;

/**
 * Appraises a year of a generated district whole: counting, scores with each school's share, grants, fairness and
 * sensitivity. {@code java -cp … org.jiaogongti.benchmarks.AppraisalTimes [COMMUNITIES] [SCHEME] [TIMES]}; a community
 * has six schools and about 190 occasions a year, as in the sample district.
 */
public final class AppraisalTimes {

    private static final String CHARTER = "fenghua-2019";
    private static final String YEAR = "2023-2024";
    private static final int OCCASIONS_OF_SIX_YEARS = 6 * 190;
    private static final BigInteger FEN_A_COMMUNITY = BigInteger.valueOf(12_000_000);

    private AppraisalTimes() {}

    public static void main(String[] args) {
        int communities = args.length > 0 ? Integer.parseInt(args[0]) : 667;
        String name = args.length > 1 ? args[1] : "plain";
        int times = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        SyntheticRecords district = new SyntheticRecords(communities);
        List<OccasionPart> facts = district.list(communities * OCCASIONS_OF_SIX_YEARS);
        Scheme scheme = Charters.bundledScheme(CHARTER, name);
        for (int time = 0; time < times; time++) {
            appraise(district, facts, scheme);
        }
    }

    private static void appraise(SyntheticRecords district, List<OccasionPart> facts, Scheme scheme) {
        long start = System.nanoTime();
        List<Standing> standings = Standings.of(new Counting(Charters.bundled(CHARTER), district), facts, List.of(),
                YEAR, district.lastDay());
        long counted = System.nanoTime();
        Map<String, List<Standing>> own = standings.stream()
                .collect(Collectors.groupingBy(standing -> standing.progress().instance().community()));
        List<Appraisal> appraisals = new ArrayList<>();
        for (String community : district.communities()) {
            List<String> schools = district.memberships(community, district.lastDay()).stream().map(Membership::school)
                    .toList();
            appraisals.add(Appraisal.of(scheme.score(), community, schools, own.getOrDefault(community, List.of())));
        }
        BigInteger budget = FEN_A_COMMUNITY.multiply(BigInteger.valueOf(appraisals.size()));
        List<Grants.Grant> grants = Grants.of(scheme.grant(), appraisals, budget);
        Fairness.of(appraisals, grants, budget);
        long granted = System.nanoTime();
        Sensitivity.of(scheme.score(), appraisals, BigDecimal.valueOf(60), 1);
        long all = System.nanoTime();
        System.out.printf("%d schools, %d occasions, %d instances: counting %.2f s, scores and grants %.2f s, "
                + "sensitivity %.2f s, whole %.2f s%n", 6 * appraisals.size(), facts.size(), standings.size(),
                (counted - start) / 1e9, (granted - counted) / 1e9, (all - granted) / 1e9, (all - start) / 1e9);
    }
}

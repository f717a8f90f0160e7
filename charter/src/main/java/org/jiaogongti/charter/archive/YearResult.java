package org.jiaogongti.charter.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.appraising.Appraisal;
import org.jiaogongti.charter.appraising.BundledEvaluation;
import org.jiaogongti.charter.appraising.Grants;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Standing;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.counting.Counting;

/**
 * What a year comes to.
 *
 * @param appraisals one of each community, by name
 * @param grants in the same order
 * @param bundled the schools of each community in the same order; empty where the scheme has no bundle
 */
public record YearResult(List<Appraisal> appraisals, List<Grants.Grant> grants, List<BundledEvaluation> bundled) {

    public YearResult {
        appraisals = List.copyOf(appraisals);
        grants = List.copyOf(grants);
        bundled = List.copyOf(bundled);
    }

    /**
     * Computes the year.
     *
     * @param names of communities and schools by id; ties between remainders go by name
     * @throws IllegalArgumentException where the calendar has no such year
     */
    public static YearResult of(Frozen frozen, UnaryOperator<String> names) {
        Scheme scheme = frozen.scheme();
        Map<String, List<Standing>> standings = new LinkedHashMap<>();
        for (Standing standing : Standings.of(new Counting(frozen.rules().read(), frozen.world()), frozen.facts(),
                frozen.waivers(), frozen.asked().year(), frozen.asked().asOf())) {
            standings.computeIfAbsent(standing.progress().instance().community(), _ -> new ArrayList<>())
                    .add(standing);
        }
        List<Appraisal> appraisals = new ArrayList<>();
        List<BundledEvaluation> bundled = new ArrayList<>();
        for (String community : frozen.communities()) {
            List<String> schools = frozen.schools().getOrDefault(community, List.of());
            List<Standing> own = standings.getOrDefault(community, List.of());
            appraisals.add(Appraisal.of(scheme.score(), community, schools, own, frozen.inspected()).named(names));
            if (scheme.bundle() != null) {
                BundledEvaluation.of(scheme.bundle(), scheme.score(), community, schools, own, frozen.inspected(),
                        frozen.before()).forEach(each -> bundled.add(each.named(names)));
            }
        }
        return new YearResult(appraisals, Grants.of(scheme.grant(), appraisals, frozen.asked().budget()), bundled);
    }

    /** Whether scores, contributions, money and bundled results are the same; instances may be in another order. */
    boolean sameFigures(YearResult other) {
        return figures().equals(other.figures()) && grants.equals(other.grants()) && bundled.equals(other.bundled());
    }

    private List<Object> figures() {
        List<Object> figures = new ArrayList<>();
        for (Appraisal appraisal : appraisals) {
            figures.addAll(List.of(appraisal.community(), appraisal.score(), appraisal.sections(), appraisal.bonus(),
                    appraisal.deduction(), appraisal.contributions(), List.copyOf(appraisal.contributions().keySet())));
        }
        return figures;
    }
}

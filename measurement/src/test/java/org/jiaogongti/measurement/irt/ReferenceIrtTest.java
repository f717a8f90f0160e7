package org.jiaogongti.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.measurement.ReferenceCase.absolute;
import static org.jiaogongti.measurement.ReferenceCase.relative;
import static org.jiaogongti.measurement.ReferenceCase.share;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaogongti.measurement.Estimate;
import org.jiaogongti.measurement.ReferenceCase;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.irt.IrtModel.Family;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The figures of mirt for the visible cases. Two of its figures are knowingly not ours: the error of a partial credit
 * item's first difficulty, and the marginal reliability of a Rasch model (docs/measurement/irt.md says why).
 */
final class ReferenceIrtTest {

    private static final Map<String, IrtFit> FITS = new HashMap<>();

    static IrtFit fit(String name) {
        return FITS.computeIfAbsent(name, key -> {
            IrtModel model = switch (key) {
                case "irt-3pl-fixedg-lsat7" -> IrtModel.of(Family.THREE_PL).withGuessing(new Guessing.Fixed(0.2));
                case "irt-3pl-prior-sat12" ->
                    IrtModel.of(Family.THREE_PL).withGuessing(new Guessing.Prior(-1.386, 0.5));
                default -> IrtModel.of(key.startsWith("irt-2pl")
                        ? Family.TWO_PL
                        : key.startsWith("irt-rasch")
                                ? Family.RASCH
                                : key.startsWith("irt-grm") ? Family.GRADED : Family.PARTIAL_CREDIT);
            };
            return MarginalMaximumLikelihood.of(new ReferenceCase(key).scores(), model.withTolerance(1e-9)).fit();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"irt-2pl-abortion", "irt-2pl-deayala", "irt-2pl-lsat7", "irt-3pl-fixedg-lsat7",
            "irt-3pl-prior-sat12", "irt-gpcm-science", "irt-grm-missing-bfi-e", "irt-grm-science", "irt-rasch-lsat6",
            "irt-rasch-missing-tam-sim"})
    void agrees(String name) {
        ReferenceCase reference = new ReferenceCase(name);
        JsonNode expected = reference.expected();
        IrtFit fit = fit(name);
        boolean three = name.contains("3pl");

        assertThat(fit.converged()).isTrue();
        assertThat(fit.persons()).isEqualTo(expected.path("n").asInt());
        assertThat(fit.parameters()).isEqualTo(expected.path("npar").asInt());
        // mirt itself stopped at 1e-7 in the case with priors.
        reference.agrees(fit.logLik(), expected.path("logLik"), absolute(three ? 1e-4 : 1e-6));
        reference.agrees(fit.variance(0), expected.path("latent_variance"), relative(1e-4));
        reference.agrees(fit.aic(), expected.path("AIC"), absolute(1e-3));
        reference.agrees(fit.bic(), expected.path("BIC"), absolute(1e-3));
        items(reference, fit, expected.path("items_irt"), three ? 5e-4 : 1e-4);
        errors(reference, fit, expected.path("se_irt_delta"), three ? 2e-3 : 1e-3);
        scores(reference, fit, expected, three ? 1e-4 : 2e-5);
    }

    private static void items(ReferenceCase reference, IrtFit fit, JsonNode expected, double tolerance) {
        for (int i = 0; i < fit.items().size(); i++) {
            Item item = fit.items().get(i);
            JsonNode row = expected.path(i);
            reference.agrees(item.slope(), row.path("a"), relative(tolerance));
            double[] b = item.difficulties();
            for (int k = 0; k < b.length; k++) {
                reference.agrees(b[k], row.has("b") ? row.path("b") : row.path("b" + (k + 1)), relative(tolerance));
            }
            if (row.has("g")) {
                reference.agrees(item.guess(), row.path("g"), relative(tolerance));
            }
        }
    }

    private static void errors(ReferenceCase reference, IrtFit fit, JsonNode expected, double tolerance) {
        List<StandardErrors.Parameter> ours = fit.errors().usual();
        assertThat(ours).hasSize(expected.size());
        boolean credit = fit.model().family() == Family.PARTIAL_CREDIT;
        for (int i = 0; i < ours.size(); i++) {
            StandardErrors.Parameter parameter = ours.get(i);
            JsonNode row = expected.path(i);
            assertThat(parameter.item()).isEqualTo(row.path("item").asString());
            assertThat(parameter.parameter()).isEqualTo(row.path("par").asString());
            if (row.path("se").isNull()) {
                assertThat(parameter.error()).as(parameter.toString()).isNaN();
            } else if (credit && parameter.parameter().equals("b1")) {
                reference.agrees(otherFirst(fit, ours, i), row.path("se"), share(tolerance));
            } else {
                reference.agrees(parameter.error(), row.path("se"), share(tolerance));
            }
        }
    }

    /** What mirt prints as the error of a partial credit item's b1: that of b2 with d2 held still. */
    private static double otherFirst(IrtFit fit, List<StandardErrors.Parameter> ours, int at) {
        int item = fit.items().stream().map(Item::name).toList().indexOf(ours.get(at).item());
        double[][] covariance = Objects.requireNonNull(fit.errors().covariance(item));
        double a = fit.items().get(item).slope();
        double byA = -fit.items().get(item).difficulties()[1] / a;
        double byD = 1 / a;
        return Math.sqrt(
                byA * byA * covariance[0][0] + 2 * byA * byD * covariance[0][1] + byD * byD * covariance[1][1]);
    }

    private static void scores(ReferenceCase reference, IrtFit fit, JsonNode expected, double tolerance) {
        Scorer scorer = fit.scorer();
        JsonNode patterns = expected.path("patterns");
        for (int row = 0; row < patterns.size(); row++) {
            int[] answers = new int[fit.items().size()];
            for (int i = 0; i < answers.length; i++) {
                JsonNode answer = patterns.path(row).path(i);
                answers[i] = answer.isNull() ? ScoreMatrix.MISSING : answer.asInt() - fit.lowest(i);
            }
            for (String method : List.of("EAP", "MAP", "ML", "WLE")) {
                Estimate estimate = switch (method) {
                    case "EAP" -> scorer.eap(answers);
                    case "MAP" -> scorer.map(answers);
                    case "ML" -> scorer.ml(answers);
                    default -> scorer.wle(answers);
                };
                JsonNode theta = expected.path("scores").path(method).path("theta").path(row);
                JsonNode error = expected.path("scores").path(method).path("se").path(row);
                if (theta.isNull()) {
                    assertThat(estimate.value()).isNaN();
                    assertThat(estimate.standardError()).isNaN();
                } else {
                    reference.agrees(estimate.value(), theta, relative(tolerance));
                    reference.agrees(estimate.standardError(), error, relative(5e-4));
                }
            }
        }
    }
}

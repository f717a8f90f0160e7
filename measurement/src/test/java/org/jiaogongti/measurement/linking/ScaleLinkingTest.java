package org.jiaogongti.measurement.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiaogongti.measurement.ReferenceCase.relative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.measurement.ReferenceCase;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.linking.ScaleLinking.Common;
import org.jiaogongti.measurement.linking.ScaleLinking.Constants;
import org.jiaogongti.measurement.linking.ScaleLinking.Method;
import org.jiaogongti.measurement.linking.ScaleLinking.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Against equateIRT, and on items whose constants are known. */
final class ScaleLinkingTest {

    private static final Map<Method, String> NAMES = Map.of(Method.MEAN_MEAN, "mean-mean", Method.MEAN_GMEAN,
            "mean-gmean", Method.MEAN_SIGMA, "mean-sigma", Method.HAEBARA, "Haebara", Method.STOCKING_LORD,
            "Stocking-Lord");

    private static List<Common> exact(double a, double b, double... guesses) {
        List<Common> items = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double slope = 0.7 + 0.15 * i;
            double difficulty = -1.4 + 0.45 * i;
            double guess = guesses[i % guesses.length];
            Parameters one = new Parameters(slope, -slope * difficulty, guess);
            Parameters two = new Parameters(slope / a, -slope / a * (a * difficulty + b), guess);
            items.add(new Common("i" + i, one, two));
        }
        return items;
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void agreesWithEquateIrt(Method method) {
        ReferenceCase reference = new ReferenceCase("irt-linking-2pl");
        Map<String, Parameters> first = new HashMap<>();
        List<Common> items = new ArrayList<>();
        for (List<String> row : reference.table("data.csv").subList(1, 41)) {
            Parameters item = new Parameters(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(2)), 0);
            if (row.get(0).equals("1")) {
                first.put(row.get(1), item);
            } else if (first.containsKey(row.get(1))) {
                items.add(new Common(row.get(1), first.get(row.get(1)), item));
            }
        }
        JsonNode expected = reference.expected().path("methods").path(NAMES.get(method));
        Constants constants = ScaleLinking.link(items, method);

        assertThat(constants.converged()).isTrue();
        reference.agrees(constants.a(), expected.path("A"), relative(1e-6));
        reference.agrees(constants.b(), expected.path("B"), relative(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void findsTheConstantsOfItemsThatDifferByNothingElse(Method method) {
        for (Constants truth : List.of(new Constants(1.3, -0.6, true), new Constants(0.5, 1.9, true))) {
            List<Common> items = exact(truth.a(), truth.b(), 0, 0.1, 0.25);
            Constants constants = ScaleLinking.link(items, method);
            assertThat(constants.a()).isCloseTo(truth.a(), within(1e-8));
            assertThat(constants.b()).isCloseTo(truth.b(), within(1e-8));
            Parameters carried = constants.carry(items.get(2).form1());
            assertThat(carried.intercept()).isCloseTo(items.get(2).form2().intercept(), within(1e-7));
        }
    }

    @Test
    void theLeastLossIsLeast() {
        List<Common> items = new ArrayList<>(exact(1.2, 0.4, 0));
        Parameters odd = new Parameters(2.5, 3, 0);
        items.set(3, new Common("i3", items.get(3).form1(), odd));
        for (Method method : List.of(Method.HAEBARA, Method.STOCKING_LORD)) {
            Constants best = ScaleLinking.link(items, method);
            double least = loss(items, best.a(), best.b(), method);
            for (double h : new double[]{-1e-3, 1e-3}) {
                assertThat(loss(items, best.a() + h, best.b(), method)).isGreaterThan(least);
                assertThat(loss(items, best.a(), best.b() + h, method)).isGreaterThan(least);
            }
        }
    }

    private static double loss(List<Common> items, double a, double b, Method method) {
        GaussHermite nodes = GaussHermite.standardNormal(30);
        double sum = 0;
        for (int q = 0; q < 30; q++) {
            double test = 0;
            double single = 0;
            for (Common item : items) {
                double difference = item.form2().probability(nodes.nodes()[q])
                        - item.form1().probability((nodes.nodes()[q] - b) / a);
                test += difference;
                single += difference * difference;
            }
            sum += nodes.weights()[q] * (method == Method.HAEBARA ? single : test * test);
        }
        return sum;
    }

    @Test
    void nodesIntegratePolynomialsExactly() {
        GaussHermite nodes = GaussHermite.standardNormal(30);
        double[] moments = {1, 0, 1, 0, 3, 0, 15, 0, 105};
        for (int k = 0; k < moments.length; k++) {
            double sum = 0;
            for (int q = 0; q < 30; q++) {
                sum += nodes.weights()[q] * Math.pow(nodes.nodes()[q], k);
            }
            assertThat(sum).isCloseTo(moments[k], within(1e-9));
        }
    }

    @Test
    void refusesItemsThatCannotLink() {
        Parameters good = new Parameters(1, 0, 0);
        Parameters falling = new Parameters(-0.2, 0, 0);
        assertThatThrownBy(() -> ScaleLinking.link(List.of(), Method.HAEBARA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ScaleLinking.link(List.of(new Common("x", good, falling)), Method.MEAN_MEAN))
                .isInstanceOf(Refused.class).hasMessageContaining("“x”");
        assertThatThrownBy(() -> ScaleLinking.link(List.of(new Common("x", good, good)), Method.MEAN_SIGMA))
                .isInstanceOf(Refused.class).hasMessageContaining("mean-mean");
    }
}

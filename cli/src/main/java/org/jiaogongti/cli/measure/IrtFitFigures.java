package org.jiaogongti.cli.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.irt.IrtFit;
import org.jiaogongti.measurement.irt.ItemFit;
import org.jiaogongti.measurement.irt.ModelFit;
import org.jiaogongti.measurement.irt.SumScoreFit;
import org.jiaogongti.measurement.irt.ThetaReliability;
import org.jspecify.annotations.Nullable;

/** What {@code --fit} adds: reliability, information, and how far answers are from the model. */
final class IrtFitFigures {

    /** M2 needs a matrix of the pairs of pairs of items. */
    private static final int MOST_ITEMS = 80;

    private IrtFitFigures() {}

    static Map<String, @Nullable Object> of(IrtFit fit) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        double[][] eap = fit.eap();
        Map<String, Object> reliability = new LinkedHashMap<>();
        reliability.put("marginal", ThetaReliability.marginal(fit));
        reliability.put("empirical_EAP", ThetaReliability.empirical(eap));
        all.put("reliability", reliability);
        double[] theta = IntStream.rangeClosed(-6, 6).mapToDouble(step -> step / 2.0).toArray();
        Map<String, Object> information = new LinkedHashMap<>();
        information.put("theta", theta);
        information.put("info", Arrays.stream(theta).map(fit::information).toArray());
        all.put("test_information", information);
        all.put("M2", modelFit(fit));
        all.put("itemfit_S_X2", sumScoreFit(fit));
        all.put("infit_outfit_WLE", meanSquares(fit));
        double[][] q3 = ItemFit.q3(fit, eap[0]);
        Map<String, Object> pairs = new LinkedHashMap<>();
        pairs.put("names", fit.scores().names());
        pairs.put("rows", Arrays.asList(q3));
        all.put("Q3_EAP", pairs);
        return all;
    }

    private static @Nullable Map<String, Object> modelFit(IrtFit fit) {
        if (fit.items().size() > MOST_ITEMS) {
            return null;
        }
        try {
            ModelFit.Statistics statistics = ModelFit.of(fit);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("M2", statistics.m2());
            row.put("df", statistics.df());
            row.put("p", statistics.p());
            row.put("RMSEA", statistics.rmsea());
            row.put("RMSEA_5", statistics.rmsea5());
            row.put("RMSEA_95", statistics.rmsea95());
            row.put("SRMSR", statistics.srmsr());
            row.put("TLI", statistics.tli());
            row.put("CFI", statistics.cfi());
            return row;
        } catch (Refused refused) {
            return null;
        }
    }

    private static @Nullable List<Map<String, Object>> sumScoreFit(IrtFit fit) {
        if (!fit.scores().complete()) {
            return null;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SumScoreFit.Row item : SumScoreFit.of(fit)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("item", item.item());
            row.put("S_X2", item.x2());
            row.put("df.S_X2", item.df());
            row.put("RMSEA.S_X2", item.rmsea());
            row.put("p.S_X2", item.p());
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> meanSquares(IrtFit fit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ItemFit.MeanSquares item : ItemFit.meanSquares(fit, fit.wle()[0])) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("item", item.item());
            row.put("outfit", item.outfit());
            row.put("z.outfit", item.zOutfit());
            row.put("infit", item.infit());
            row.put("z.infit", item.zInfit());
            rows.add(row);
        }
        return rows;
    }
}

package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Formula.RandomTerm;
import org.jiaogongti.measurement.growth.Frame.Levels;
import org.jiaogongti.measurement.kernel.Threads;

/**
 * Fits linear mixed models y = X beta + Z b + e, b normal with a covariance matrix for each grouping factor, e normal with
 * one variance. Rows are collapsed to cross-products of the levels once; the criterion is then minimised on these.
 *
 * <p>Rows with a missing value in any variable of the formula are left out, as lme4 does. Columns of the fixed part that
 * are combinations of earlier ones are left out and named. Source: Bates, Maechler, Bolker and Walker (2015), Fitting Linear
 * Mixed-Effects Models Using lme4, Journal of Statistical Software 67(1), doi:10.18637/jss.v067.i01.
 */
public final class MixedModel {

    /** Columns of crossed factors that can be solved as one dense matrix. */
    private static final int MOST_CROSSED = 8000;

    private MixedModel() {}

    /**
     * A grouping factor as it enters the model.
     *
     * @param group its name
     * @param levels of the rows used
     * @param terms the random terms by it, in the order of the result
     */
    record Grouping(String group, Levels levels, List<ModelMatrix> terms) {}

    /**
     * Fits a model.
     *
     * @param reml restricted maximum likelihood, else maximum likelihood
     * @param threads how many; the result does not depend on it
     * @throws Refused if the data cannot carry the model
     */
    public static MixedFit fit(Formula formula, Frame frame, boolean reml, int threads) {
        if (formula.random().isEmpty()) {
            throw Refused.whole("公式“" + formula.text() + "”里没有随机项；请加上如 (1 | school)");
        }
        double[] response = formula.response().evaluate(frame.rows(), frame::numbers);
        int[] kept = complete(formula, frame, response);
        if (kept.length == 0) {
            throw Refused.whole("没有一行数据完整；请检查公式里的各列");
        }
        double[] y = IntStream.of(kept).mapToDouble(row -> response[row]).toArray();
        List<Grouping> groupings = groupings(formula, frame, kept);
        try (Threads pool = new Threads(threads)) {
            Standardised data = Standardised.of(ModelMatrix.of(formula.fixed(), frame, kept), y, groupings,
                    formula.fixed().intercept());
            check(data, groupings);
            return new Fitting(formula, reml, frame.rows() - kept.length, data, pool).fit();
        }
    }

    /** The rows in which nothing is missing. */
    private static int[] complete(Formula formula, Frame frame, double[] response) {
        boolean[] missing = new boolean[frame.rows()];
        mark(response, missing, formula.response().toString());
        List<Terms> all = new ArrayList<>();
        all.add(formula.fixed());
        formula.random().forEach(term -> all.add(term.terms()));
        for (Terms terms : all) {
            for (Expression variable : terms.variables()) {
                if (ModelMatrix.isFactor(variable, frame)) {
                    String name = variable instanceof Expression.Category category
                            ? category.column().name()
                            : variable.toString();
                    mark(frame.levels(name).codes(), missing);
                } else {
                    mark(variable.evaluate(frame.rows(), frame::numbers), missing, variable.toString());
                }
            }
        }
        formula.groupings().forEach(name -> mark(frame.grouping(name).codes(), missing));
        return IntStream.range(0, frame.rows()).filter(row -> !missing[row]).toArray();
    }

    private static void mark(int[] codes, boolean[] missing) {
        for (int row = 0; row < missing.length; row++) {
            missing[row] |= codes[row] < 0;
        }
    }

    private static void mark(double[] values, boolean[] missing, String variable) {
        for (int row = 0; row < missing.length; row++) {
            missing[row] |= Double.isNaN(values[row]);
            if (Double.isInfinite(values[row])) {
                throw Refused.row(row, "“" + variable + "”在这一行是无穷大；请改正数据或公式");
            }
        }
    }

    /** Largest factor first, as lme4 lists them; the terms of one factor stay together. */
    private static List<Grouping> groupings(Formula formula, Frame frame, int[] kept) {
        Map<String, Grouping> byName = new LinkedHashMap<>();
        for (RandomTerm term : formula.random()) {
            Grouping grouping = byName.computeIfAbsent(term.group(),
                    name -> new Grouping(name, levels(term, frame, kept), new ArrayList<>()));
            grouping.terms().add(ModelMatrix.of(term.terms(), frame, kept));
        }
        List<Grouping> groupings = new ArrayList<>(byName.values());
        boolean descending = true;
        for (int i = 1; i < groupings.size(); i++) {
            descending &= groupings.get(i - 1).levels().labels().size() >= groupings.get(i).levels().labels().size();
        }
        if (!descending) {
            groupings.sort((one, other) -> Integer.compare(other.levels().labels().size(),
                    one.levels().labels().size()));
        }
        return groupings;
    }

    /** The levels of a grouping factor; those of a product of columns in the order of the columns' levels. */
    private static Levels levels(RandomTerm term, Frame frame, int[] kept) {
        List<Levels> parts = term.columns().stream().map(name -> frame.grouping(name).compact(kept)).toList();
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        long[] keys = new long[kept.length];
        for (Levels part : parts) {
            for (int i = 0; i < keys.length; i++) {
                keys[i] = Math.addExact(Math.multiplyExact(keys[i], part.labels().size()), part.codes()[i]);
            }
        }
        long[] distinct = Arrays.stream(keys).distinct().sorted().toArray();
        List<String> labels = new ArrayList<>();
        for (long key : distinct) {
            String label = "";
            long rest = key;
            for (int p = parts.size() - 1; p >= 0; p--) {
                List<String> names = parts.get(p).labels();
                label = names.get((int) (rest % names.size())) + (label.isEmpty() ? "" : ":") + label;
                rest /= names.size();
            }
            labels.add(label);
        }
        return new Levels(Arrays.stream(keys).mapToInt(key -> Arrays.binarySearch(distinct, key)).toArray(), labels);
    }

    private static void check(Standardised data, List<Grouping> groupings) {
        int n = data.y().length;
        if (n <= data.x().length) {
            throw Refused.whole("完整的数据只有 " + n + " 行，固定效应有 " + data.x().length + " 个；请增加数据或精简公式");
        }
        for (Grouping grouping : groupings) {
            int levels = grouping.levels().labels().size();
            if (levels < 2) {
                throw Refused.column(grouping.group(), "分组“" + grouping.group() + "”只有一个水平，估不出组间差别；请去掉这一项");
            }
            if (levels >= n) {
                throw Refused.column(grouping.group(),
                        "分组“" + grouping.group() + "”的水平数（" + levels + "）不少于数据行数，与残差分不开；请换一个分组");
            }
            for (ModelMatrix term : grouping.terms()) {
                if ((long) levels * term.columns().size() > n) {
                    throw Refused.column(grouping.group(),
                            "分组“" + grouping.group() + "”的随机效应比数据行数还多；请减少竖线左边的变量");
                }
            }
        }
    }

    static void checkCrossed(int columns) {
        if (columns > MOST_CROSSED) {
            throw Refused.whole("交叉分组中较小的几个共有 " + columns + " 列，超过 " + MOST_CROSSED + "；请减少水平或改用嵌套分组");
        }
    }
}

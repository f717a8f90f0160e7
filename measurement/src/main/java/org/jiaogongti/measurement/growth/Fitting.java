package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.measurement.Estimate;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Criterion.Block;
import org.jiaogongti.measurement.growth.MixedFit.Component;
import org.jiaogongti.measurement.growth.MixedFit.Effects;
import org.jiaogongti.measurement.growth.MixedFit.Fixed;
import org.jiaogongti.measurement.growth.MixedModel.Grouping;
import org.jiaogongti.measurement.kernel.Threads;

/** One fit: searches theta on the standardised data and translates what it finds into the data's units. */
final class Fitting {

    private final Formula formula;
    private final boolean reml;
    private final int left;
    private final Standardised data;
    private final Criterion criterion;
    private final Search search;
    private final List<Block> blocks = new ArrayList<>();

    Fitting(Formula formula, boolean reml, int left, Standardised data, Threads threads) {
        this.formula = formula;
        this.reml = reml;
        this.left = left;
        this.data = data;
        for (int g = 0; g < data.groupings().size(); g++) {
            int offset = 0;
            for (ModelMatrix term : data.groupings().get(g).terms()) {
                blocks.add(new Block(g, offset, term.columns().size()));
                offset += term.columns().size();
            }
        }
        this.criterion = new Criterion(new Fronts(data.factors(), data.x(), data.y()), blocks, reml, threads);
        this.search = new Search(criterion);
    }

    MixedFit fit() {
        double[] theta = search.run();
        Elimination best = criterion.eliminate(theta);
        if (!best.possible()) {
            throw Refused.whole("残差为零或方程无解，模型把数据解释尽了；请精简公式");
        }
        double sigma = Math.sqrt(best.penalised() / criterion.residualDegrees());
        double[][] lambda = criterion.lambda(theta);
        double[] beta = best.beta();
        double[][] covariance = translate(best.fixedInverse(), sigma * data.yScale());
        List<Fixed> fixed = fixed(beta, covariance);
        double[][] spherical = best.spherical();
        List<Effects> effects = effects(lambda, spherical, best.inverseBlocks(false), sigma);
        return new MixedFit(formula, reml, data.y().length, left, inUnits(criterion.value(best)), search.converged(),
                criterion.evaluations(), singular(theta), fixed, covariance, data.dropped(), components(lambda, sigma),
                sigma * data.yScale(), effects, fitted(beta, lambda, spherical));
    }

    /** The criterion of the data themselves: scaling moves it by a constant. */
    private double inUnits(double value) {
        double moved = value + 2 * criterion.residualDegrees() * Math.log(data.yScale());
        if (reml) {
            for (double scale : data.scale()) {
                moved += 2 * Math.log(scale);
            }
        }
        return moved;
    }

    private boolean singular(double[] theta) {
        for (int d : criterion.diagonals()) {
            if (Math.abs(theta[d]) < 1e-4) {
                return true;
            }
        }
        return false;
    }

    /** T C T' with T from standardised to real coefficients: own scale, and the centres into the intercept. */
    private double[][] translate(double[] inverse, double sigma) {
        int p = data.x().length;
        double[][] half = new double[p][p];
        double[][] result = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                half[i][j] = inverse[i * p + j] / data.scale()[i];
                if (i == 0) {
                    for (int k = 1; k < p; k++) {
                        half[0][j] -= data.centre()[k] / data.scale()[k] * inverse[k * p + j];
                    }
                }
            }
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                double value = half[i][j] / data.scale()[j];
                if (j == 0) {
                    for (int k = 1; k < p; k++) {
                        value -= data.centre()[k] / data.scale()[k] * half[i][k];
                    }
                }
                result[i][j] = sigma * sigma * value;
            }
        }
        return result;
    }

    private List<Fixed> fixed(double[] beta, double[][] covariance) {
        List<Fixed> fixed = new ArrayList<>();
        for (int i = 0; i < beta.length; i++) {
            double value = data.yScale() * beta[i] / data.scale()[i];
            if (i == 0) {
                value += data.yCentre();
                for (int k = 1; k < beta.length; k++) {
                    value -= data.yScale() * beta[k] * data.centre()[k] / data.scale()[k];
                }
            }
            fixed.add(new Fixed(data.names().get(i),
                    new Estimate(value, Math.sqrt(covariance[i][i]), data.y().length)));
        }
        return fixed;
    }

    private List<Component> components(double[][] lambda, double sigma) {
        List<Component> components = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Block block : blocks) {
            Grouping grouping = data.groupings().get(block.factor());
            int again = seen.merge(grouping.group(), 1, Integer::sum) - 1;
            String group = again == 0 ? grouping.group() : grouping.group() + "." + again;
            List<String> names = new ArrayList<>();
            grouping.terms().forEach(term -> names.addAll(term.names()));
            int size = block.size();
            double[][] covariance = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    covariance[i][j] = covariance(block, lambda[block.factor()], i, j, sigma);
                }
                components.add(new Component(group, names.get(block.offset() + i), "", covariance[i][i],
                        Math.sqrt(covariance[i][i])));
            }
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    double product = Math.sqrt(covariance[i][i] * covariance[j][j]);
                    components.add(new Component(group, names.get(block.offset() + i), names.get(block.offset() + j),
                            covariance[i][j], product == 0 ? Double.NaN : covariance[i][j] / product));
                }
            }
        }
        double residual = sigma * data.yScale();
        components.add(new Component("Residual", "", "", residual * residual, residual));
        return components;
    }

    private double covariance(Block block, double[] l, int i, int j, double sigma) {
        int size = data.factors().get(block.factor()).size();
        double sum = 0;
        for (int k = 0; k <= Math.min(i, j); k++) {
            sum += l[(block.offset() + i) * size + block.offset() + k]
                    * l[(block.offset() + j) * size + block.offset() + k];
        }
        double[] scale = data.randomScale().get(block.factor());
        double unit = sigma * data.yScale();
        return unit * unit * sum / (scale[block.offset() + i] * scale[block.offset() + j]);
    }

    private List<Effects> effects(double[][] lambda, double[][] spherical, double[][] inverse, double sigma) {
        List<Effects> effects = new ArrayList<>();
        for (int g = 0; g < data.groupings().size(); g++) {
            Grouping grouping = data.groupings().get(g);
            int size = data.factors().get(g).size();
            double[] scale = data.randomScale().get(g);
            double[] b = Elimination.scaled(spherical[g], lambda[g], size);
            int levels = grouping.levels().labels().size();
            double[][] estimate = new double[levels][size];
            double[][] deviation = new double[levels][size];
            for (int level = 0; level < levels; level++) {
                for (int i = 0; i < size; i++) {
                    double unit = data.yScale() / scale[i];
                    estimate[level][i] = unit * b[level * size + i];
                    deviation[level][i] = unit * sigma * Math.sqrt(quadratic(lambda[g], inverse[g], size, level, i));
                }
            }
            List<String> names = new ArrayList<>();
            grouping.terms().forEach(term -> names.addAll(term.names()));
            int[] rows = new int[levels];
            for (int code : grouping.levels().codes()) {
                rows[code]++;
            }
            effects.add(new Effects(grouping.group(), grouping.levels().labels(), rows, names, estimate, deviation));
        }
        return effects;
    }

    /** Diagonal i of L S L' for the inverse's block S of a level. */
    private static double quadratic(double[] l, double[] inverse, int size, int level, int i) {
        double sum = 0;
        for (int a = 0; a <= i; a++) {
            for (int c = 0; c <= i; c++) {
                sum += l[i * size + a] * inverse[(level * size + a) * size + c] * l[i * size + c];
            }
        }
        return Math.max(sum, 0);
    }

    private double[] fitted(double[] beta, double[][] lambda, double[][] spherical) {
        double[] fitted = new double[data.y().length];
        for (int j = 0; j < beta.length; j++) {
            double[] column = data.x()[j];
            for (int row = 0; row < fitted.length; row++) {
                fitted[row] += beta[j] * column[row];
            }
        }
        for (int f = 0; f < lambda.length; f++) {
            Fronts.Factor factor = data.factors().get(f);
            int size = factor.size();
            double[] b = Elimination.scaled(spherical[f], lambda[f], size);
            for (int k = 0; k < size; k++) {
                double[] z = factor.z()[k];
                for (int row = 0; row < fitted.length; row++) {
                    fitted[row] += z[row] * b[factor.codes()[row] * size + k];
                }
            }
        }
        for (int row = 0; row < fitted.length; row++) {
            fitted[row] = data.yCentre() + data.yScale() * fitted[row];
        }
        return fitted;
    }
}

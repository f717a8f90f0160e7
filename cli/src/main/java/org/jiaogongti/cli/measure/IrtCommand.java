package org.jiaogongti.cli.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.measurement.Estimate;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.irt.Curve;
import org.jiaogongti.measurement.irt.Guessing;
import org.jiaogongti.measurement.irt.IrtFit;
import org.jiaogongti.measurement.irt.IrtModel;
import org.jiaogongti.measurement.irt.Item;
import org.jiaogongti.measurement.irt.MarginalMaximumLikelihood;
import org.jiaogongti.measurement.irt.Scorer;
import org.jiaogongti.measurement.irt.StandardErrors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jgt measure irt}: item response theory by marginal maximum likelihood. */
@Command(name = "irt", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "项目反应理论：由得分表估计每道题的区分度和难度，按给出的作答估计水平。",
        "Item response theory by marginal maximum likelihood: items, and the theta of given answers."}, optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt measure irt answers.csv --model 2pl --errors",
                "  ./jgt measure irt answers.csv --model 3pl --guess prior:-1.386,0.5 --patterns some.csv"})
final class IrtCommand implements Callable<Integer> {

    /** Seconds without a word after which a long fit says how far it is. */
    private static final long PATIENCE = 2;

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Option(names = "--model", required = true, paramLabel = "rasch|2pl|3pl|grm|gpcm", description = {
            "模型：rasch、2pl、3pl 用于对错题，grm、gpcm 用于分等级得分的题",
            "the model: rasch, 2pl, 3pl for right and wrong, grm, gpcm for graded scores"})
    private String model = "";

    @Option(names = "--guess", paramLabel = "fixed:G|prior:M,S|free", description = {
            "3pl 的猜测参数：fixed:0.2 固定；prior:-1.386,0.5 其 logit 的正态先验；free 自由估计（默认）",
            "3pl's lower asymptote: fixed, with a normal prior on its logit, or free (default)"})
    private @Nullable String guess;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "61", description = {"积分节点数，默认 ${DEFAULT-VALUE}",
            "nodes of theta, default ${DEFAULT-VALUE}"})
    private int nodes;

    @Option(names = "--range", paramLabel = "R", defaultValue = "6", description = {"节点从 -R 到 R，默认 ${DEFAULT-VALUE}",
            "nodes lie from -R to R, default ${DEFAULT-VALUE}"})
    private double range;

    @Option(names = "--tolerance", paramLabel = "T", defaultValue = "1e-4", description = {
            "一轮中斜率和截距的最大变化小于它就结束，默认 ${DEFAULT-VALUE}",
            "ends when no slope or intercept changes by more in a cycle, default ${DEFAULT-VALUE}"})
    private double tolerance;

    @Option(names = "--errors", description = {"加上标准误（观测信息）", "adds standard errors from the observed information"})
    private boolean errors;

    @Option(names = "--fit", description = {"加上信度和拟合：S-X2、M2、infit、outfit、Q3",
            "adds reliability and fit: S-X2, M2, infit, outfit, Q3"})
    private boolean fitted;

    @Option(names = "--patterns", paramLabel = "P.csv", description = {"估计这些作答的水平；列与数据相同",
            "scores these answers; the same columns as the data"})
    private @Nullable Path patterns;

    @Override
    public Integer call() {
        IrtModel wanted = wanted();
        Csv csv = options.data();
        Csv persons = patterns == null ? null : Csv.read(patterns);
        return options.answer(csv, () -> {
            ScoreMatrix data = csv.scores();
            // Read before the fit, so that a wrong file is not found out about minutes later.
            ScoreMatrix asked = persons == null ? null : persons.scores(data.names());
            IrtFit fit = MarginalMaximumLikelihood.of(data, wanted).fit(progress());
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("model", model);
            all.put("n", fit.persons());
            all.put("logLik", fit.logLik());
            all.put("npar", fit.parameters());
            all.put("converged", fit.converged());
            all.put("iterations", fit.cycles());
            all.put("latent_variance", fit.variance(0));
            all.put("AIC", fit.aic());
            all.put("BIC", fit.bic());
            all.put("items_irt", fit.items().stream().map(IrtCommand::item).toList());
            if (persons != null && asked != null) {
                all.put("scores", scores(fit, persons, asked));
            }
            warn(fit);
            if (errors) {
                all.put("se_irt_delta", errors(fit));
            }
            if (fitted) {
                all.putAll(IrtFitFigures.of(fit));
            }
            return all;
        });
    }

    private void warn(IrtFit fit) {
        for (Item item : fit.endless()) {
            options.say("警告：未收敛，题目“" + item.name() + "”的斜率没有止境（作答几乎由别的题决定）；请检查它是否与别的题重复，或改用 rasch");
        }
        if (!fit.converged() && fit.endless().isEmpty()) {
            options.say("警告：" + fit.cycles() + " 轮后仍未收敛，数字仅供参考；请减少题目的参数（如改用 2pl、给猜测参数加先验）或放宽 --tolerance");
        }
    }

    private IrtModel wanted() {
        IrtModel.Family family = switch (model) {
            case "rasch" -> IrtModel.Family.RASCH;
            case "2pl" -> IrtModel.Family.TWO_PL;
            case "3pl" -> IrtModel.Family.THREE_PL;
            case "grm" -> IrtModel.Family.GRADED;
            case "gpcm" -> IrtModel.Family.PARTIAL_CREDIT;
            default -> throw new Refusal("--model “" + model + "”在这里没有；可用：rasch、2pl、3pl、grm、gpcm");
        };
        if (nodes < 3 || nodes > 10_000) {
            throw new Refusal("--nodes " + nodes + " 不行；请给 3 到 10000 的整数");
        }
        if (!(range > 0) || !(range <= 100)) {
            throw new Refusal("--range " + range + " 不行；请给大于 0、不超过 100 的数");
        }
        if (!(tolerance > 0) || !(tolerance < 1)) {
            throw new Refusal("--tolerance " + tolerance + " 不行；请给大于 0、小于 1 的数");
        }
        IrtModel plain = IrtModel.of(family).withNodes(nodes, range).withTolerance(tolerance);
        if (guess == null) {
            return plain;
        }
        if (family != IrtModel.Family.THREE_PL) {
            throw new Refusal("--guess 只用于 --model 3pl；请去掉它或改用 3pl");
        }
        return plain.withGuessing(guessing(guess));
    }

    private static Guessing guessing(String text) {
        try {
            if (text.equals("free")) {
                return new Guessing.Free();
            } else if (text.startsWith("fixed:")) {
                return new Guessing.Fixed(Double.parseDouble(text.substring("fixed:".length())));
            } else if (text.startsWith("prior:")) {
                String[] parts = text.substring("prior:".length()).split(",", -1);
                if (parts.length == 2) {
                    return new Guessing.Prior(Double.parseDouble(parts[0].strip()),
                            Double.parseDouble(parts[1].strip()));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal("--guess “" + text + "”不行；fixed: 后面是 0 到 1 之间的数，prior: 后面是均值和大于 0 的标准差");
        }
        throw new Refusal("--guess “" + text + "”不行；可用：fixed:0.2、prior:-1.386,0.5、free");
    }

    /** Says from time to time how far a long fit is. */
    private MarginalMaximumLikelihood.Progress progress() {
        long[] said = {System.nanoTime()};
        return (number, change, logLik) -> {
            long now = System.nanoTime();
            if (now - said[0] > PATIENCE * 1_000_000_000L) {
                said[0] = now;
                options.say("第 %d 轮：对数似然 %.4f，最大变化 %.1e".formatted(number, logLik, change));
            }
        };
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("item", item.name());
        row.put("a", item.slope());
        double[] b = item.difficulties();
        if (item.curve() == Curve.LOGISTIC) {
            row.put("b", b[0]);
            row.put("g", item.guess());
            row.put("u", 1);
        } else {
            for (int k = 0; k < b.length; k++) {
                row.put("b" + (k + 1), b[k]);
            }
        }
        return row;
    }

    private List<Map<String, Object>> errors(IrtFit fit) {
        StandardErrors errors = fit.errors();
        if (!errors.positiveDefinite()) {
            options.say("警告：信息矩阵不是正定的，标准误无法给出；请减少题目的参数（如改用 2pl、给猜测参数加先验）");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StandardErrors.Parameter parameter : errors.usual()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("item", parameter.item());
            row.put("par", parameter.parameter());
            row.put("est", parameter.estimate());
            int index = fit.scores().names().indexOf(parameter.item());
            Item item = fit.items().get(index);
            if (item.curve() == Curve.PARTIAL_CREDIT && item.categories() > 2 && parameter.parameter().equals("b1")) {
                row.put("se", firstStepAsMirt(item, errors.covariance(index)));
                row.put("se_delta", parameter.error());
            } else {
                row.put("se", parameter.error());
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * What mirt, and so the reference that this output is held against, gives as the error of a partial credit item's first
     * step: the delta method for b2 with d2 held still. The error of b1 itself stands beside it as {@code se_delta}.
     */
    private static double firstStepAsMirt(Item item, double @Nullable [][] covariance) {
        if (covariance == null) {
            return Double.NaN;
        }
        double byA = -item.difficulties()[1] / item.slope();
        double byD = 1 / item.slope();
        return Math
                .sqrt(byA * byA * covariance[0][0] + 2 * byA * byD * covariance[0][1] + byD * byD * covariance[1][1]);
    }

    private static Map<String, Object> scores(IrtFit fit, Csv persons, ScoreMatrix answers) {
        Scorer scorer = fit.scorer();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("EAP", scores(fit, persons, answers, Scorer::eap, scorer));
        all.put("MAP", scores(fit, persons, answers, Scorer::map, scorer));
        all.put("ML", scores(fit, persons, answers, Scorer::ml, scorer));
        all.put("WLE", scores(fit, persons, answers, Scorer::wle, scorer));
        return all;
    }

    private static Map<String, Object> scores(IrtFit fit, Csv persons, ScoreMatrix answers,
            BiFunction<Scorer, int[], Estimate> method, Scorer scorer) {
        double[] theta = new double[answers.persons()];
        double[] error = new double[answers.persons()];
        for (int person = 0; person < theta.length; person++) {
            try {
                Estimate estimate = method.apply(scorer, fit.answersOf(answers, person));
                theta[person] = estimate.value();
                error[person] = estimate.standardError();
            } catch (Refused refused) {
                throw persons.refusal(refused);
            }
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("theta", theta);
        row.put("se", error);
        return row;
    }
}

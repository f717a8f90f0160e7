package org.jiaogongti.cli.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.cli.facts.Words;
import org.jiaogongti.measurement.linking.AnchorGroups;
import org.jiaogongti.measurement.linking.AnchorGroups.Sample;
import org.jiaogongti.measurement.linking.Equating;
import org.jiaogongti.measurement.linking.EquivalentGroups;
import org.jiaogongti.measurement.linking.LogLinear;
import org.jiaogongti.measurement.linking.ScoreDistribution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jgt measure equate}: scores of one form in terms of another. */
@Command(name = "equate", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "等值：把试卷 X 的每个分数换成试卷 Y 上相当的分数，附标准误。",
        "Equating: for each score of form X the equivalent one of form Y, with standard errors.", "",
        "eg（等价组）：列 scale,xcount,ycount，或 form,total；neat（锚题）：列 form,total,anchor，锚题计入总分。试卷名为 X 和 Y。",
        "eg: columns scale,xcount,ycount or form,total; neat: form,total,anchor, an internal anchor; forms X and Y."}, optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt measure equate totals.csv --design eg --method equipercentile --smooth loglinear:6",
                "  ./jgt measure equate anchor.csv --design neat --method tucker"})
final class EquateCommand implements Callable<Integer> {

    /** The rows of each form. */
    private record Forms(List<Integer> x, List<Integer> y) {}

    /** Forms have fewer points than this. */
    private static final int MOST_POINTS = 100_000;

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Option(names = "--design", required = true, paramLabel = "eg|neat", description = {"eg 等价组；neat 非等价组加锚题",
            "equivalent groups, or non-equivalent groups with an anchor"})
    private String design = "";

    @Option(names = "--method", required = true, paramLabel = "METHOD", description = {
            "eg：identity、mean、linear、equipercentile、circle-arc；neat：tucker、levine、chained", "how scores are matched"})
    private String method = "";

    @Option(names = "--smooth", paramLabel = "loglinear:K", description = {"先用 K 次对数线性模型平滑（eg）",
            "smooth first by a log-linear model of degree K (eg)"})
    private @Nullable String smooth;

    @Option(names = "--weight", defaultValue = "1", paramLabel = "1", description = {"合成总体中 X 组的权重（tucker、levine）",
            "weight of group X in the synthetic population"})
    private double weight;

    @Override
    public Integer call() {
        List<String> known = switch (design) {
            case "eg" -> List.of("identity", "mean", "linear", "equipercentile", "circle-arc");
            case "neat" -> List.of("tucker", "levine", "chained");
            default -> throw new Refusal("--design “" + design + "”不认识；可用：eg、neat");
        };
        if (!known.contains(method)) {
            throw new Refusal("--method “" + method + "”不能用于 " + design + "；" + Words.offer(method, known));
        }
        if (smooth != null && design.equals("neat")) {
            throw new Refusal("--smooth 只用于 eg；请去掉它");
        }
        Csv csv = options.data();
        return options.answer(csv, () -> report(design.equals("eg") ? equivalent(csv) : anchor(csv)));
    }

    private Equating equivalent(Csv csv) {
        ScoreDistribution x;
        ScoreDistribution y;
        if (csv.has("scale")) {
            double[] scale = scale(csv);
            x = new ScoreDistribution(scale[0], counts(csv, "xcount"));
            y = new ScoreDistribution(scale[0], counts(csv, "ycount"));
        } else {
            Forms rows = rows(csv, "total");
            double[] totals = csv.numbers("total");
            x = ScoreDistribution.of(points(csv, "total", totals, rows.x()));
            y = ScoreDistribution.of(points(csv, "total", totals, rows.y()));
        }
        if (smooth != null) {
            int degree = degree(smooth);
            x = LogLinear.smooth(x, degree);
            y = LogLinear.smooth(y, degree);
        }
        return EquivalentGroups.equate(x, y, EquivalentGroups.Method.valueOf(constant()));
    }

    /** The method's name as the library's constants are written. */
    private String constant() {
        return method.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static int degree(String smooth) {
        if (smooth.matches("loglinear:[0-9]{1,2}")) {
            return Integer.parseInt(smooth.substring("loglinear:".length()));
        }
        throw new Refusal("--smooth “" + smooth + "”看不懂；写法如 loglinear:6");
    }

    private static double[] scale(Csv csv) {
        double[] scale = csv.numbers("scale");
        for (int row = 0; row < scale.length; row++) {
            if (Double.isNaN(scale[row]) || (row > 0 && scale[row] != scale[row - 1] + 1)) {
                throw csv.refusal(csv.line(row), "列“scale”应逐行加 1；请按分数排好，没有人的分数记 0");
            }
        }
        return scale;
    }

    private static double[] counts(Csv csv, String column) {
        double[] counts = csv.numbers(column);
        for (int row = 0; row < counts.length; row++) {
            if (!(counts[row] >= 0)) {
                throw csv.refusal(csv.line(row), "列“" + column + "”应为人数；请改成 0 或正数");
            }
        }
        return counts;
    }

    /** The rows of each form in which nothing is missing. */
    private static Forms rows(Csv csv, String... columns) {
        String[] forms = csv.texts("form");
        Forms rows = new Forms(new ArrayList<>(), new ArrayList<>());
        List<double[]> values = new ArrayList<>();
        for (String column : columns) {
            values.add(csv.numbers(column));
        }
        for (int row = 0; row < forms.length; row++) {
            List<Integer> own = switch (forms[row]) {
                case "X" -> rows.x();
                case "Y" -> rows.y();
                default -> throw csv.refusal(csv.line(row), "列“form”应为 X 或 Y，却是“" + forms[row] + "”；请改正");
            };
            int at = row;
            if (values.stream().noneMatch(column -> Double.isNaN(column[at]))) {
                own.add(row);
            }
        }
        if (rows.x().size() < 2 || rows.y().size() < 2) {
            throw csv.refusal(1, "试卷 " + (rows.x().size() < 2 ? "X" : "Y") + " 少于 2 人有分数，无法等值；请补数据");
        }
        return rows;
    }

    private static int[] points(Csv csv, String column, double[] values, List<Integer> rows) {
        int[] points = new int[rows.size()];
        for (int i = 0; i < points.length; i++) {
            double value = values[rows.get(i)];
            if (!(value >= 0 && value < MOST_POINTS) || value != Math.rint(value)) {
                throw csv.refusal(csv.line(rows.get(i)),
                        "列“" + column + "”应为不小于 0 的整数；有半分时请把所有分数都乘 2");
            }
            points[i] = (int) value;
        }
        return points;
    }

    private Equating anchor(Csv csv) {
        Forms rows = rows(csv, "total", "anchor");
        double[] totals = csv.numbers("total");
        double[] anchors = csv.numbers("anchor");
        int[] points = points(csv, "total", totals, rows.x());
        int highest = 0;
        for (int point : points) {
            highest = Math.max(highest, point);
        }
        double[] scores = new double[highest + 1];
        for (int score = 0; score <= highest; score++) {
            scores[score] = score;
        }
        return AnchorGroups.equate(sample(rows.x(), totals, anchors), sample(rows.y(), totals, anchors),
                AnchorGroups.Method.valueOf(constant()), weight, scores);
    }

    private static Sample sample(List<Integer> rows, double[] totals, double[] anchors) {
        return new Sample(rows.stream().mapToDouble(row -> totals[row]).toArray(),
                rows.stream().mapToDouble(row -> anchors[row]).toArray());
    }

    private Map<String, ?> report(Equating equating) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("design", design);
        report.put("method", method);
        List<Map<String, ?>> lines = new ArrayList<>();
        for (int i = 0; i < equating.scores().length; i++) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("scale", equating.scores()[i]);
            line.put("yx", equating.equated()[i]);
            line.put("se", equating.standardError()[i]);
            if (!Double.isNaN(equating.normalError()[i])) {
                line.put("se_normal", equating.normalError()[i]);
            }
            lines.add(line);
        }
        report.put("concordance", lines);
        return report;
    }
}

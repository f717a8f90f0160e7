package org.jiaogongti.cli.measure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiaogongti.cli.facts.Words;
import org.jiaogongti.measurement.fairness.Groups;
import org.jiaogongti.measurement.fairness.LogisticDif;
import org.jiaogongti.measurement.fairness.MantelHaenszel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jgt measure dif}: items that work differently for a group. */
@Command(name = "dif", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "试题公平性（项目功能差异）：总分相同的人里，某一组是不是更难答对；Mantel-Haenszel 和 logistic 回归。",
        "Differential item functioning: Mantel-Haenszel with classes and purification, logistic regression.", "",
        "除 --group 外每列一题，得分 0/1。A/B/C 是差异的大小；有差异不等于不公平，要由人看题。",
        "Every column but GROUP is an item scored 0/1. A difference is a question to people, not a verdict."}, optionListHeading = "%n", footerHeading = "%n例 Example:%n", footer = {
                "  ./jgt measure dif scores.csv --group 性别 --focal 女"})
final class DifCommand implements Callable<Integer> {

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Option(names = "--group", required = true, paramLabel = "COLUMN", description = {"分组的列", "the column of groups"})
    private String group = "";

    @Option(names = "--focal", required = true, paramLabel = "VALUE", description = {"关注的那一组的值；其余的人是参照组",
            "the value of the group in question; all others are the reference"})
    private String focal = "";

    @Override
    public Integer call() {
        Csv csv = options.data();
        csv.column(group);
        Factor factor = csv.factor(group);
        int code = factor.levels().indexOf(focal);
        if (code < 0) {
            throw csv.refusal(1, "列“" + group + "”里没有“" + focal + "”；" + Words.offer(focal, factor.levels()));
        }
        return options.answer(csv, () -> report(Groups.of(csv.scores(csv.without(group)).requireVaried(),
                Arrays.stream(factor.codes()).mapToObj(at -> at < 0
                        ? Groups.Group.UNKNOWN
                        : at == code ? Groups.Group.FOCAL : Groups.Group.REFERENCE).toArray(Groups.Group[]::new))));
    }

    private Map<String, ?> report(Groups groups) {
        MantelHaenszel.Purified purified = MantelHaenszel.purified(groups);
        if (!purified.settled()) {
            options.say("提示：净化没有稳定下来，来回 " + purified.rounds() + " 轮后停止 · purification did not settle");
        }
        Map<String, Object> pure = new LinkedHashMap<>();
        pure.put("removed_items", purified.removed());
        pure.put("converged", purified.settled());
        pure.put("mh", indices(purified.items()));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("focal", focal);
        report.put("n_focal", groups.focal());
        report.put("n_reference", groups.reference());
        report.put("n_left_out", groups.leftOut());
        report.put("mh", indices(MantelHaenszel.of(groups)));
        report.put("mh_purified", pure);
        report.put("logistic", LogisticDif.of(groups).stream().map(DifCommand::ratios).toList());
        return report;
    }

    private static List<Map<String, Object>> indices(List<MantelHaenszel.Index> items) {
        return items.stream().map(DifCommand::index).toList();
    }

    private static Map<String, Object> index(MantelHaenszel.Index index) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("item", index.item());
        line.put("chi2_corrected", index.chiSquared());
        line.put("chi2_uncorrected", index.uncorrected());
        line.put("p", index.p());
        line.put("alphaMH", index.oddsRatio());
        line.put("se_log_alpha", index.logError());
        line.put("deltaMH", index.delta());
        line.put("ETS", index.size().name());
        return line;
    }

    private static Map<String, Object> ratios(LogisticDif.Ratios ratios) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("item", ratios.item());
        line.put("LR_both_df2", ratios.both());
        line.put("LR_uniform_df1", ratios.uniform());
        line.put("LR_nonuniform_df1", ratios.nonuniform());
        line.put("p_both", ratios.pBoth());
        line.put("p_uniform", ratios.pUniform());
        line.put("p_nonuniform", ratios.pNonuniform());
        line.put("deltaR2_both", ratios.gain());
        return line;
    }
}

package org.jiaogongti.cli.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.cli.facts.Words;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.classical.Distractors;
import org.jiaogongti.measurement.classical.ItemAnalysis;
import org.jiaogongti.measurement.classical.ItemSums;
import org.jiaogongti.measurement.classical.OptionMatrix;
import org.jiaogongti.measurement.classical.Reliability;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jgt measure classical}: items, distractors, reliability, ranks. */
@Command(name = "classical", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "经典测量：难度、区分度、信度、测量标准误、百分等级；给出答案时还有各选项的表现。",
        "Classical analysis: difficulty, discrimination, reliability, errors, ranks; with a key also the options.", "",
        "每列一题，每行一人，格里是得分；有 --key 时格里是所选的选项。有缺答的人不计入（n_left_out 说明有几人）。",
        "A column is an item, a row a person, a cell a score (an option where --key is given). Persons with a missing",
        "answer are left out."}, optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt measure classical scores.csv", "  ./jgt measure classical answers.csv --key key.csv"})
final class ClassicalCommand implements Callable<Integer> {

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Option(names = "--key", paramLabel = "KEY.csv", description = {"标准答案：列 item,key；数据为所选选项",
            "the key: columns item,key; the data are then the options chosen"})
    private @Nullable Path key;

    @Option(names = "--missing", paramLabel = "omit|zero", defaultValue = "omit", description = {
            "缺答：omit 此人不计入（默认），zero 记 0 分", "a missing answer: leave the person out (default), or score it 0"})
    private String missing = "";

    @Override
    public Integer call() {
        if (!List.of("omit", "zero").contains(missing)) {
            throw new Refusal("--missing “" + missing + "”不认识；" + Words.offer(missing, List.of("omit", "zero")));
        }
        Csv csv = options.data();
        return options.answer(csv, () -> key == null ? scores(csv) : chosen(csv, Csv.read(key)));
    }

    private Map<String, ?> scores(Csv csv) {
        ScoreMatrix scores = prepared(csv.scores());
        return report(ItemAnalysis.of(scores));
    }

    private ScoreMatrix prepared(ScoreMatrix scores) {
        return (missing.equals("zero") ? scores.missingAs(0) : scores).requireVaried();
    }

    private Map<String, ?> chosen(Csv csv, Csv keys) {
        OptionMatrix answers = new OptionMatrix(csv.rows());
        for (String item : csv.header()) {
            Factor factor = csv.factor(item);
            answers.add(item, factor.levels(), factor.codes());
        }
        List<Set<String>> right = keys(answers, csv, keys);
        ScoreMatrix scored = prepared(answers.scored(right));
        ItemSums sums = ItemSums.of(scored);
        Map<String, Object> report = new LinkedHashMap<>(report(ItemAnalysis.of(sums)));
        List<Map<String, ?>> choices = new ArrayList<>();
        for (Distractors.Choice choice : Distractors.of(answers, right, scored, sums)) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("item", choice.item());
            line.put("option", choice.option());
            line.put("is_key", choice.key());
            line.put("n", choice.n());
            line.put("p", choice.share());
            line.put("r_total", choice.withTotal());
            line.put("r_rest", choice.withRest());
            line.put("mean_total", choice.meanTotal());
            choices.add(line);
        }
        report.put("distractor", choices);
        return report;
    }

    /** For each item its right options; an item may have several lines. */
    private static List<Set<String>> keys(OptionMatrix answers, Csv csv, Csv keys) {
        String[] items = keys.texts("item");
        String[] options = keys.texts("key");
        List<Set<String>> right = new ArrayList<>();
        for (int j = 0; j < answers.names().size(); j++) {
            right.add(new LinkedHashSet<>());
        }
        for (int i = 0; i < items.length; i++) {
            int item = answers.names().indexOf(items[i]);
            if (item < 0) {
                throw keys.refusal(keys.line(i),
                        "数据里没有题目“" + items[i] + "”；" + Words.offer(items[i], csv.header()));
            }
            if (!answers.options(item).contains(options[i])) {
                throw keys.refusal(keys.line(i), "题目“" + items[i] + "”没有人选过“" + options[i] + "”；请核对答案，选过的有："
                        + String.join("、", answers.options(item).stream().sorted().toList()));
            }
            right.get(item).add(options[i]);
        }
        for (int j = 0; j < right.size(); j++) {
            if (right.get(j).isEmpty()) {
                throw keys.refusal(1, "题目“" + answers.names().get(j) + "”没有答案；请补一行，或从数据里删去这一列");
            }
        }
        return right;
    }

    private static Map<String, ?> report(ItemAnalysis analysis) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("n", analysis.n());
        report.put("n_left_out", analysis.leftOut());
        report.put("k", analysis.items().size());
        ItemAnalysis.Total total = analysis.total();
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("mean", total.mean());
        totals.put("sd", total.sd());
        totals.put("min", total.lowest());
        totals.put("max", total.highest());
        totals.put("skew_g1", total.skewness());
        totals.put("kurtosis_excess_g2", total.kurtosis());
        report.put("total", totals);
        putReliability(report, analysis.reliability());
        ItemAnalysis.Groups groups = analysis.groups();
        Map<String, Object> cuts = new LinkedHashMap<>();
        cuts.put("low_cut", groups.lowCut());
        cuts.put("high_cut", groups.highCut());
        cuts.put("n_low", groups.low());
        cuts.put("n_high", groups.high());
        report.put("discrimination_groups", cuts);
        report.put("items", analysis.items().stream().map(ClassicalCommand::item).toList());
        report.put("percentile_rank", analysis.ranks().stream().map(ClassicalCommand::rank).toList());
        return report;
    }

    private static void putReliability(Map<String, Object> report, Reliability reliability) {
        report.put("alpha", reliability.alpha());
        report.put("SEM", reliability.standardError());
        Map<String, Object> interval = new LinkedHashMap<>();
        interval.put("lower", reliability.interval().lower());
        interval.put("upper", reliability.interval().upper());
        report.put("feldt_alpha_ci95", interval);
        report.put("alpha_standardized", reliability.alphaStandardized());
        report.put("guttman_lambda2", reliability.lambda2());
        report.put("guttman_lambda6_smc", reliability.lambda6());
        report.put("split_half_odd_even_SB", reliability.splitHalf());
        report.put("KR20", reliability.kr20());
        report.put("KR21", reliability.kr21());
        Map<String, Object> omega = new LinkedHashMap<>();
        omega.put("ml", reliability.omega());
        omega.put("minres", reliability.omegaMinres());
        report.put("omega_total_1factor", omega);
    }

    private static Map<String, ?> item(ItemAnalysis.Item item) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("item", item.name());
        line.put("mean", item.mean());
        line.put("sd", item.sd());
        line.put("largest", item.largest());
        line.put("difficulty", item.difficulty());
        line.put("item_total_r", item.itemTotal());
        line.put("item_rest_r", item.itemRest());
        line.put("biserial", item.biserial());
        line.put("alpha_if_deleted", item.alphaIfDeleted());
        line.put("D27", item.discrimination27());
        return line;
    }

    private static Map<String, ?> rank(ItemAnalysis.Rank rank) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("score", rank.total());
        line.put("freq", rank.persons());
        line.put("percent_below", rank.below());
        line.put("percentile_rank_midpoint", rank.rank());
        line.put("percent_at_or_below", rank.atOrBelow());
        return line;
    }
}

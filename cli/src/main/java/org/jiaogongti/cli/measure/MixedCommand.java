package org.jiaogongti.cli.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.cli.facts.Words;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Formula;
import org.jiaogongti.measurement.growth.Frame;
import org.jiaogongti.measurement.growth.MixedFit;
import org.jiaogongti.measurement.growth.MixedFit.Component;
import org.jiaogongti.measurement.growth.MixedFit.Effects;
import org.jiaogongti.measurement.growth.MixedFit.Fixed;
import org.jiaogongti.measurement.growth.MixedModel;
import org.jiaogongti.measurement.growth.ValueAdded;
import org.jiaogongti.measurement.growth.ValueAdded.Unit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jgt measure mixed}: linear mixed models, and what each school or class adds. */
@Command(name = "mixed", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "线性混合模型（REML 或 ML）：固定效应、方差、各校各班的效应及其误差。",
        "Linear mixed models by REML or ML: fixed effects, variances, what each level adds, with errors.", "",
        "文字列作为类别（处理编码，首个水平为基准；水平按字符顺序，或按数据旁 levels.csv 的顺序）。公式所用各列有缺的行不计入。",
        "Columns of texts are factors with treatment contrasts; rows with anything missing are left out."}, optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt measure mixed scores.csv --formula \"score ~ prior + sex + (1 | school/class)\"",
                "  ./jgt measure mixed scores.csv --formula \"score ~ prior + (prior | school)\" --ml"})
final class MixedCommand implements Callable<Integer> {

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Option(names = "--formula", required = true, paramLabel = "FORMULA", description = {
            "lme4 的公式写法：(1 | g)、(x | g)、(x || g)、(1 | a/b)、交互 a:b 与 a*b", "a formula as lme4 reads it"})
    private String formula = "";

    @Option(names = "--factors", split = ",", paramLabel = "COLUMN", description = {"这些数字列也当作类别",
            "columns of numbers to be taken as factors"})
    private Set<String> factors = new LinkedHashSet<>();

    @Option(names = "--ml", description = {"最大似然，不用 REML", "maximum likelihood instead of REML"})
    private boolean ml;

    @Option(names = "--value-added", paramLabel = "GROUP", description = {"也给出这个分组各水平的增值、区间，以及彼此分不出高下的各组",
            "also what each level of this group adds, with intervals, and which levels cannot be told apart"})
    private @Nullable String valueAdded;

    @Option(names = "--confidence", defaultValue = "0.95", paramLabel = "0.95", description = {"增值区间的置信水平",
            "confidence of the intervals of value added"})
    private double confidence;

    @Override
    public Integer call() {
        Csv csv = options.data();
        Formula parsed = parse();
        check(parsed);
        Frame frame = MixedData.frame(csv, options.dataFile(), parsed, factors);
        return options.answer(csv, () -> {
            MixedFit fit = MixedModel.fit(parsed, frame, !ml, Runtime.getRuntime().availableProcessors());
            warn(fit);
            Map<String, Object> report = report(fit);
            if (valueAdded != null) {
                report.put("value_added", valueAdded(ValueAdded.of(fit, valueAdded, "(Intercept)", confidence)));
            }
            return report;
        });
    }

    private Formula parse() {
        try {
            return Formula.parse(formula);
        } catch (Refused refused) {
            throw new Refusal("--formula: " + refused.getMessage());
        }
    }

    private void check(Formula parsed) {
        List<String> groups = parsed.random().stream().map(Formula.RandomTerm::group).toList();
        if (valueAdded != null && !groups.contains(valueAdded)) {
            throw new Refusal("--value-added “" + valueAdded + "”不是公式里的分组；" + Words.offer(valueAdded, groups));
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new Refusal("--confidence 应在 0 与 1 之间，却是 " + confidence + "；常用 0.95");
        }
    }

    private Map<String, ?> valueAdded(ValueAdded added) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("group", added.group());
        report.put("confidence", added.confidence());
        List<Map<String, ?>> units = new ArrayList<>();
        for (Unit unit : added.units()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("level", unit.level());
            line.put("n", unit.estimate().n());
            line.put("estimate", unit.estimate().value());
            line.put("low", unit.low());
            line.put("high", unit.high());
            line.put("against_average", switch (unit.standing()) {
                case BELOW -> "below";
                case NOT_TOLD_APART -> "not told apart";
                case ABOVE -> "above";
            });
            units.add(line);
        }
        report.put("units", units);
        report.put("not_told_apart", added.alike().stream()
                .map(run -> added.units().subList(run.from(), run.to() + 1).stream().map(Unit::level).toList())
                .toList());
        return report;
    }

    private void warn(MixedFit fit) {
        if (!fit.converged()) {
            options.say("没有收敛，结果只供参考；请精简随机项或检查数据的量纲 · did not converge");
        }
        if (fit.singular()) {
            options.say("有方差为 0 或相关为 ±1：数据分不清公式里的全部随机项 · singular fit");
        }
        if (!fit.dropped().isEmpty()) {
            options.say("与前面各列线性相关，已略去 · left out as linear combinations: " + String.join(", ", fit.dropped()));
        }
    }

    private static Map<String, Object> report(MixedFit fit) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("formula", fit.formula().text());
        report.put("method", fit.reml() ? "REML" : "ML");
        report.put("n", fit.n());
        report.put("n_left_out", fit.left());
        report.put("criterion", fit.criterion());
        report.put("converged", fit.converged());
        report.put("evaluations", fit.evaluations());
        report.put("singular", fit.singular());
        report.put("fixed", fit.fixed().stream().map(MixedCommand::fixed).toList());
        report.put("random", fit.components().stream().map(MixedCommand::component).toList());
        report.put("sigma", fit.sigma());
        Map<String, Object> intraclass = new LinkedHashMap<>();
        fit.effects().forEach(effects -> intraclass.put(effects.group(), fit.intraclass(effects.group())));
        report.put("icc", intraclass);
        report.put("effects", effects(fit));
        return report;
    }

    private static Map<String, ?> fixed(Fixed fixed) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("term", fixed.term());
        line.put("estimate", fixed.estimate().value());
        line.put("se", fixed.estimate().standardError());
        return line;
    }

    private static Map<String, ?> component(Component component) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("grp", component.group());
        line.put("var1", component.first().isEmpty() ? null : component.first());
        line.put("var2", component.second().isEmpty() ? null : component.second());
        line.put("vcov", component.value());
        line.put("sdcor", component.deviation());
        return line;
    }

    private static List<Map<String, ?>> effects(MixedFit fit) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (Effects effects : fit.effects()) {
            for (int level = 0; level < effects.levels().size(); level++) {
                for (int term = 0; term < effects.terms().size(); term++) {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("group", effects.group());
                    line.put("level", effects.levels().get(level));
                    line.put("term", effects.terms().get(term));
                    line.put("estimate", effects.estimate()[level][term]);
                    line.put("sd", effects.deviation()[level][term]);
                    lines.add(line);
                }
            }
        }
        return lines;
    }
}

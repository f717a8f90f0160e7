package org.jiaogongti.cli.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.cli.facts.Words;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.diagnosis.DiagnosisFit;
import org.jiaogongti.measurement.diagnosis.DiagnosisFit.ItemFit;
import org.jiaogongti.measurement.diagnosis.DiagnosisFit.Mastery;
import org.jiaogongti.measurement.diagnosis.DiagnosisModel;
import org.jiaogongti.measurement.diagnosis.DiagnosisModel.Settings;
import org.jiaogongti.measurement.diagnosis.QMatrix;
import org.jiaogongti.measurement.diagnosis.QMatrix.Check;
import org.jiaogongti.measurement.diagnosis.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jgt measure cdm}: which skills persons have. */
@Command(name = "cdm", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "认知诊断：由作答推断每人掌握哪些技能（DINA、DINO、G-DINA、ACDM），并检查 Q 矩阵。",
        "Diagnosis: which skills persons have; checks of the Q-matrix.", "",
        "数据每列一题、每行一人、对 1 错 0、缺答留空；Q.csv 每行一题（次序同数据）、每列一个技能、需要记 1。",
        "Data: 1 right, 0 wrong, empty missing. Q.csv: a row for each item in the data's order, a column for each skill."}, optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt measure cdm answers.csv --q q.csv --rule dina"})
final class DiagnosisCommand implements Callable<Integer> {

    private static final int MOST_CYCLES = 20_000;

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Option(names = "--q", required = true, paramLabel = "Q.csv", description = {"Q 矩阵", "the Q-matrix"})
    private Path q = Path.of("");

    @Option(names = "--rule", required = true, paramLabel = "dina|dino|gdina|acdm", description = {"技能怎样共同起作用",
            "how skills work together"})
    private String rule = "";

    @Option(names = "--tolerance", defaultValue = "1e-8", paramLabel = "1e-8", description = {"一轮中参数的最大变化小于它就停",
            "stop when no parameter changes by more"})
    private double tolerance;

    @Option(names = "--exact", description = {"acdm 的每一轮用最大似然，不用加权最小二乘",
            "acdm by maximum likelihood in every cycle, not by weighted least squares"})
    private boolean exact;

    @Option(names = "--persons", description = {"也输出每人掌握各技能的概率", "also each person's probabilities"})
    private boolean persons;

    @Override
    public Integer call() {
        if (!(tolerance > 0)) {
            throw new Refusal("--tolerance 应为正数，却是 " + tolerance + "；可用如 1e-8");
        }
        Rule parsed = rule();
        Csv csv = options.data();
        QMatrix matrix = matrix(Csv.read(q));
        return options.answer(csv, () -> {
            ScoreMatrix scores = csv.scores();
            DiagnosisFit fit = DiagnosisModel.fit(scores, matrix, parsed,
                    new Settings(tolerance, MOST_CYCLES, exact, Runtime.getRuntime().availableProcessors()));
            Check check = matrix.check(parsed);
            warn(fit, check);
            Map<String, Object> report = report(fit, check);
            Mastery mastery = DiagnosisModel.mastery(scores, fit);
            putMastery(report, matrix, mastery);
            return report;
        });
    }

    private Rule rule() {
        for (Rule each : Rule.values()) {
            if (each.name().equalsIgnoreCase(rule)) {
                return each;
            }
        }
        List<String> names = List.of("dina", "dino", "gdina", "acdm");
        throw new Refusal("--rule “" + rule + "”不认识；" + Words.offer(rule.toLowerCase(Locale.ROOT), names));
    }

    private static QMatrix matrix(Csv csv) {
        try {
            ScoreMatrix rows = csv.scores();
            int[][] needs = new int[rows.persons()][rows.items()];
            for (int item = 0; item < needs.length; item++) {
                for (int skill = 0; skill < needs[item].length; skill++) {
                    needs[item][skill] = rows.score(item, skill);
                }
            }
            return QMatrix.of(rows.names(), needs);
        } catch (Refused refused) {
            throw csv.refusal(refused);
        }
    }

    private void warn(DiagnosisFit fit, Check check) {
        if (!fit.converged()) {
            options.say("没有收敛，结果只供参考；请放宽 --tolerance 或检查 Q 矩阵 · did not converge");
        }
        if (!check.identified()) {
            options.say("这个 Q 矩阵不能保证所有参数可识别，见输出中的 q_matrix · the Q-matrix may not identify all parameters");
        }
    }

    private static Map<String, Object> report(DiagnosisFit fit, Check check) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("rule", fit.rule().name());
        report.put("n", fit.persons());
        report.put("logLik", fit.logLikelihood());
        report.put("npar", fit.parameters());
        report.put("AIC", -2 * fit.logLikelihood() + 2.0 * fit.parameters());
        report.put("BIC", -2 * fit.logLikelihood() + Math.log((double) fit.persons()) * fit.parameters());
        report.put("iterations", fit.cycles());
        report.put("converged", fit.converged());
        report.put("items", fit.items().stream().map(item -> item(fit.rule(), item)).toList());
        List<Map<String, ?>> skills = new ArrayList<>();
        double[] shares = fit.skillShares();
        for (int skill = 0; skill < shares.length; skill++) {
            skills.add(line("skill", fit.q().skills().get(skill), "prob", shares[skill]));
        }
        report.put("skill_marginals", skills);
        List<Map<String, ?>> classes = new ArrayList<>();
        for (int person = 0; person < fit.classShares().length; person++) {
            classes.add(line("pattern", pattern(person, shares.length), "prob", fit.classShares()[person]));
        }
        report.put("attribute_patterns", classes);
        Map<String, Object> matrix = new LinkedHashMap<>();
        matrix.put("complete", check.complete());
        matrix.put("skills_no_item_needs_alone", check.notAlone());
        matrix.put("skills_in_fewer_than_3_items", check.fewerThanThree());
        matrix.put("skills_alike", check.alike());
        matrix.put("classes", fit.q().classes());
        matrix.put("classes_distinct", check.distinct());
        matrix.put("identified", check.identified());
        report.put("q_matrix", matrix);
        return report;
    }

    private static Map<String, ?> item(Rule rule, ItemFit item) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("item", item.name());
        if (rule.twofold()) {
            line.put("guess", item.guess());
            line.put("slip", item.slip());
        } else {
            line.put("prob", item.probabilities());
        }
        return line;
    }

    private void putMastery(Map<String, Object> report, QMatrix matrix, Mastery mastery) {
        List<Map<String, ?>> accuracy = new ArrayList<>();
        for (int skill = 0; skill < matrix.skills().size(); skill++) {
            accuracy.add(line("skill", matrix.skills().get(skill), "accuracy", mastery.accuracy()[skill]));
        }
        report.put("classification_accuracy", accuracy);
        if (persons) {
            List<Map<String, ?>> lines = new ArrayList<>();
            for (int person = 0; person < mastery.likeliest().length; person++) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("person", person + 1);
                line.put("pattern", pattern(mastery.likeliest()[person], matrix.skills().size()));
                line.put("certainty", mastery.certainty()[person]);
                line.put("prob", mastery.probability()[person]);
                lines.add(line);
            }
            report.put("persons", lines);
        }
    }

    private static String pattern(int person, int skills) {
        StringBuilder pattern = new StringBuilder();
        for (int skill = 0; skill < skills; skill++) {
            pattern.append(person >> skill & 1);
        }
        return pattern.toString();
    }

    private static Map<String, ?> line(String name, String text, String figure, double value) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(name, text);
        line.put(figure, value);
        return line;
    }
}

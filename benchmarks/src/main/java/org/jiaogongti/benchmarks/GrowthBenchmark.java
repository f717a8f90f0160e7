package org.jiaogongti.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.diagnosis.DiagnosisFit;
import org.jiaogongti.measurement.diagnosis.DiagnosisModel;
import org.jiaogongti.measurement.diagnosis.DiagnosisModel.Settings;
import org.jiaogongti.measurement.diagnosis.QMatrix;
import org.jiaogongti.measurement.diagnosis.Rule;
import org.jiaogongti.measurement.growth.Formula;
import org.jiaogongti.measurement.growth.Frame;
import org.jiaogongti.measurement.growth.Frame.Levels;
import org.jiaogongti.measurement.growth.MixedFit;
import org.jiaogongti.measurement.growth.MixedModel;

/**
 * Fits the files of {@link SyntheticResults} and prints the time of each fit without start and reading: the first one, as a
 * command feels it, and later ones. {@code java -cp … org.jiaogongti.benchmarks.GrowthBenchmark DIRECTORY [TIMES]}.
 */
public final class GrowthBenchmark {

    private GrowthBenchmark() {}

    /** Wall clock and CPU of the whole process, its compiler and collector included. */
    private record Watch(long nanos, Duration cpu) {

        static Watch start() {
            return new Watch(System.nanoTime(), processor());
        }

        String read() {
            double wall = (System.nanoTime() - nanos) / 1e9;
            return String.format("wall %.3f s, CPU %.2f s", wall, processor().minus(cpu).toMillis() / 1e3);
        }

        private static Duration processor() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        int threads = Runtime.getRuntime().availableProcessors();
        mixed(directory.resolve("nested.csv"), "y ~ x + (1 | school) + (1 | class)", times, threads);
        mixed(directory.resolve("crossed.csv"), "y ~ x + (1 | student) + (1 | lecturer)", times, threads);
        diagnosis(directory, times, threads);
    }

    private static void mixed(Path file, String formula, int times, int threads) throws IOException {
        Formula parsed = Formula.parse(formula);
        Frame frame = frame(file, parsed);
        for (int i = 0; i < times; i++) {
            Watch watch = Watch.start();
            MixedFit fit = MixedModel.fit(parsed, frame, true, threads);
            System.out.printf("%s %s, %d evaluations, REML %.6f%n", file.getFileName(), watch.read(),
                    fit.evaluations(), fit.criterion());
        }
    }

    private static Frame frame(Path file, Formula formula) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        List<String[]> cells = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        Map<String, Frame.Column> covariates = new LinkedHashMap<>();
        for (String name : formula.covariates()) {
            int column = header.indexOf(name);
            covariates.put(name, new Frame.Numbers(
                    cells.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray()));
        }
        Map<String, Levels> groupings = new LinkedHashMap<>();
        for (String name : formula.groupings()) {
            int column = header.indexOf(name);
            groupings.put(name, Levels.of(cells.stream().map(row -> row[column]).toList()));
        }
        return new Frame(cells.size(), covariates, groupings);
    }

    private static void diagnosis(Path directory, int times, int threads) throws IOException {
        ScoreMatrix scores = matrix(directory.resolve("dina.csv"));
        ScoreMatrix needs = matrix(directory.resolve("dina-q.csv"));
        int[][] rows = new int[needs.persons()][needs.items()];
        for (int item = 0; item < rows.length; item++) {
            for (int skill = 0; skill < needs.items(); skill++) {
                rows[item][skill] = needs.score(item, skill);
            }
        }
        QMatrix q = QMatrix.of(needs.names(), rows);
        DiagnosisFit best = DiagnosisModel.fit(scores, q, Rule.DINA, new Settings(1e-10, 20_000, false, threads));
        System.out.printf("dina.csv at 1e-10: log-likelihood %.6f%n", best.logLikelihood());
        for (int i = 0; i < times; i++) {
            Watch watch = Watch.start();
            DiagnosisFit fit = DiagnosisModel.fit(scores, q, Rule.DINA, Settings.usual(threads));
            System.out.printf("dina.csv %s, %d cycles, log-likelihood %.6f%n", watch.read(), fit.cycles(),
                    fit.logLikelihood());
        }
    }

    private static ScoreMatrix matrix(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<int[]> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(Arrays.stream(line.split(",", -1)).mapToInt(Integer::parseInt).toArray());
        }
        return ScoreMatrix.of(List.of(lines.getFirst().split(",", -1)), rows.toArray(int[][]::new));
    }
}

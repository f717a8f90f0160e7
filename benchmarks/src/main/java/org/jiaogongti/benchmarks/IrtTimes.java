package org.jiaogongti.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.irt.IrtFit;
import org.jiaogongti.measurement.irt.IrtModel;
import org.jiaogongti.measurement.irt.Item;
import org.jiaogongti.measurement.irt.MarginalMaximumLikelihood;

/**
 * How long calibration and scoring take on generated answers: {@code java -cp … org.jiaogongti.benchmarks.IrtTimes
 * 2pl|grm PERSONS ITEMS CATEGORIES THREADS REPEATS}. Times are of the fit alone, in one process, without generating the
 * data; the first is with a cold compiler. The log-likelihood is compared with that of a fit at 1e-9.
 */
public final class IrtTimes {

    private IrtTimes() {}

    public static void main(String[] args) {
        boolean graded = args[0].equals("grm");
        int persons = Integer.parseInt(args[1]);
        int items = Integer.parseInt(args[2]);
        int categories = Integer.parseInt(args[3]);
        int threads = Integer.parseInt(args[4]);
        int repeats = Integer.parseInt(args[5]);
        ScoreMatrix scores = generate(persons, items, categories, 20201130);
        IrtModel model = IrtModel.of(graded ? IrtModel.Family.GRADED : IrtModel.Family.TWO_PL).withThreads(threads);
        double last = 0;
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            long cpu = cpu();
            IrtFit fit = MarginalMaximumLikelihood.of(scores, model).fit();
            double seconds = (System.nanoTime() - start) / 1e9;
            double work = (cpu() - cpu) / 1e9;
            last = fit.logLik();
            start = System.nanoTime();
            double[][] eap = fit.eap();
            double scoring = (System.nanoTime() - start) / 1e9;
            say(String.format(Locale.ROOT,
                    "fit %.3f s (CPU %.3f s), %d cycles, logLik %.4f, EAP of all %.3f s (mean %.6f)", seconds, work,
                    fit.cycles(),
                    fit.logLik(), scoring, Arrays.stream(eap[0]).average().orElse(Double.NaN)));
        }
        long start = System.nanoTime();
        IrtFit exact = MarginalMaximumLikelihood.of(scores, model.withTolerance(1e-9)).fit();
        say(String.format(Locale.ROOT,
                "fit at 1e-9: %.3f s, %d cycles, logLik %.4f; at the default tolerance it lacks %.2e",
                (System.nanoTime() - start) / 1e9, exact.cycles(), exact.logLik(), exact.logLik() - last));
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** Answers of normally distributed persons: slopes from 0.7 to 1.9, difficulties from -2 to 2. */
    static ScoreMatrix generate(int persons, int items, int categories, long seed) {
        Random random = new Random(seed);
        List<Item> made = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            double slope = 0.7 + 1.2 * random.nextDouble();
            double centre = -2 + 4 * random.nextDouble();
            double[] intercepts = new double[categories - 1];
            for (int k = 0; k < intercepts.length; k++) {
                double difficulty = (categories == 2 ? centre : centre / 2) + 0.8 * (k - (categories - 2) / 2.0);
                intercepts[k] = -slope * difficulty;
            }
            made.add(Item.graded("I" + (i + 1), slope, intercepts));
        }
        int[][] rows = new int[persons][items];
        for (int[] row : rows) {
            double theta = random.nextGaussian();
            for (int i = 0; i < items; i++) {
                double[] p = made.get(i).probabilities(theta);
                double u = random.nextDouble();
                int category = 0;
                while (category + 1 < p.length && u > p[category]) {
                    u -= p[category++];
                }
                row[i] = category;
            }
        }
        return ScoreMatrix.of(IntStream.rangeClosed(1, items).mapToObj(i -> "I" + i).toList(), rows);
    }
}

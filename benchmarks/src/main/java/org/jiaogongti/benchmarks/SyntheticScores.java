package org.jiaogongti.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes scores of invented persons as CSV: abilities N(0, 1); slopes 0.6 to 1.8, difficulties -2 to 2; 0/1 items after
 * the two-parameter logistic model, items with more categories after the graded model with thresholds a unit apart.
 * The same arguments give the same file.
 */
public final class SyntheticScores {

    private SyntheticScores() {}

    /** Arguments: persons, items, categories (2 = scored 0/1), seed, file. */
    public static void main(String[] args) throws IOException {
        int persons = Integer.parseInt(args[0]);
        int items = Integer.parseInt(args[1]);
        int categories = Integer.parseInt(args[2]);
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[3]));
        double[] slopes = random.doubles(items, 0.6, 1.8).toArray();
        double[] difficulties = random.doubles(items, -2, 2).toArray();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[4])), 1 << 20)) {
            StringBuilder header = new StringBuilder();
            for (int j = 1; j <= items; j++) {
                header.append(j == 1 ? "" : ",").append('Q').append(j);
            }
            out.write(header.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            byte[] line = new byte[2 * items];
            for (int i = 0; i < persons; i++) {
                double ability = random.nextGaussian();
                for (int j = 0; j < items; j++) {
                    line[2 * j] = (byte) ('0' + score(ability, slopes[j], difficulties[j], categories, random));
                    line[2 * j + 1] = (byte) (j == items - 1 ? '\n' : ',');
                }
                out.write(line);
            }
        }
    }

    /** How many thresholds a person passes: P(at least c) falls from threshold to threshold. */
    private static int score(double ability, double slope, double difficulty, int categories,
            SplittableRandom random) {
        double drawn = random.nextDouble();
        int score = 0;
        while (score < categories - 1) {
            double threshold = difficulty + score - (categories - 2) / 2.0;
            if (drawn >= 1 / (1 + Math.exp(-slope * (ability - threshold)))) {
                break;
            }
            score++;
        }
        return score;
    }
}

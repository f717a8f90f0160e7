package org.jiaogongti.measurement.irt;

import java.util.List;
import java.util.Random;
import org.jiaogongti.measurement.ScoreMatrix;

/** Answers drawn from known items. */
final class Simulation {

    private Simulation() {}

    /** Persons from N(mean, sd^2). */
    static int[][] answers(List<Item> items, int persons, double mean, double sd, long seed) {
        Random random = new Random(seed);
        int[][] rows = new int[persons][items.size()];
        for (int[] row : rows) {
            double theta = mean + sd * random.nextGaussian();
            for (int i = 0; i < row.length; i++) {
                double[] p = items.get(i).probabilities(theta);
                double u = random.nextDouble();
                while (row[i] + 1 < p.length && u > p[row[i]]) {
                    u -= p[row[i]++];
                }
            }
        }
        return rows;
    }

    static ScoreMatrix scores(List<Item> items, int[][] rows) {
        return ScoreMatrix.of(items.stream().map(Item::name).toList(), rows);
    }

    static ScoreMatrix scores(List<Item> items, int persons, long seed) {
        return scores(items, answers(items, persons, 0, 1, seed));
    }
}

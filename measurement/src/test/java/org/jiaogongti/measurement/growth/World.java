package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiaogongti.measurement.growth.Frame.Column;
import org.jiaogongti.measurement.growth.Frame.Levels;
import org.jiaogongti.measurement.growth.Frame.Numbers;

/** Invented pupils with a score, a prior score, a sex, a class in a school, and a teacher who teaches in several schools. */
@SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
record World(double[] score, double[] prior, String[] sex, String[] school, String[] schoolClass, String[] teacher) {

    static World of(int pupils, int schools, int classes, int teachers, Random random) {
        double[] score = new double[pupils];
        double[] prior = new double[pupils];
        String[] sex = new String[pupils];
        String[] school = new String[pupils];
        String[] schoolClass = new String[pupils];
        String[] teacher = new String[pupils];
        double[] ofSchool = normal(schools, 3, random);
        double[] slope = normal(schools, 0.3, random);
        double[] ofClass = normal(classes, 2, random);
        double[] ofTeacher = normal(teachers, 2.5, random);
        for (int i = 0; i < pupils; i++) {
            int c = i < classes ? i : random.nextInt(classes);
            int s = c % schools;
            int t = i < teachers ? i : random.nextInt(teachers);
            prior[i] = random.nextGaussian() * 2;
            sex[i] = random.nextBoolean() ? "女" : "男";
            school[i] = "校" + s;
            schoolClass[i] = "班" + c;
            teacher[i] = "师" + t;
            score[i] = 60 + (1.5 + slope[s]) * prior[i] + ("女".equals(sex[i]) ? 1 : 0) + ofSchool[s] + ofClass[c]
                    + ofTeacher[t] + 4 * random.nextGaussian();
        }
        return new World(score, prior, sex, school, schoolClass, teacher);
    }

    private static double[] normal(int n, double deviation, Random random) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }

    Frame frame() {
        Map<String, Column> covariates = Map.of("score", new Numbers(score), "prior", new Numbers(prior), "sex",
                Levels.of(List.of(sex)));
        Map<String, Levels> groupings = Map.of("school", Levels.of(List.of(school)), "class",
                Levels.of(List.of(schoolClass)), "teacher", Levels.of(List.of(teacher)));
        return new Frame(score.length, covariates, groupings);
    }

    /** The same pupils in another order. */
    World reordered(int[] order) {
        World world = new World(new double[order.length], new double[order.length], new String[order.length],
                new String[order.length], new String[order.length], new String[order.length]);
        for (int i = 0; i < order.length; i++) {
            world.score[i] = score[order[i]];
            world.prior[i] = prior[order[i]];
            world.sex[i] = sex[order[i]];
            world.school[i] = school[order[i]];
            world.schoolClass[i] = schoolClass[order[i]];
            world.teacher[i] = teacher[order[i]];
        }
        return world;
    }

    /** Other units and origins: score to a score + b, prior to c prior + d. */
    World rescaled(double a, double b, double c, double d) {
        double[] scores = new double[score.length];
        double[] priors = new double[score.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = a * score[i] + b;
            priors[i] = c * prior[i] + d;
        }
        return new World(scores, priors, sex, school, schoolClass, teacher);
    }

    static int[] shuffled(int n, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, random);
        return order.stream().mapToInt(i -> i).toArray();
    }
}

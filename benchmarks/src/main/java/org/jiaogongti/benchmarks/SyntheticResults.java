package org.jiaogongti.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes invented results of the sizes in docs/measurement/speed.md, always the same ones:
 * {@code java -cp … org.jiaogongti.benchmarks.SyntheticResults nested|crossed|dina DIRECTORY}.
 */
public final class SyntheticResults {

    private static final long SEED = 20_261_130;

    private SyntheticResults() {}

    public static void main(String[] args) throws IOException {
        Path directory = Files.createDirectories(Path.of(args[1]));
        switch (args[0]) {
            case "nested" -> nested(directory.resolve("nested.csv"), 500_000, 3_000, 15_000);
            case "crossed" -> crossed(directory.resolve("crossed.csv"), 73_000, 3_000, 1_100);
            case "dina" -> diagnosis(directory, 10_000, 30, 5);
            default -> throw new IllegalArgumentException(args[0] + "\nUse nested, crossed or dina.");
        }
    }

    private static double[] normal(int n, double deviation, SplittableRandom random) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }

    /** Pupils in classes in schools: y = 500 + 0.6 (x - 500) + school 15 + class 8 + residual 60. */
    private static void nested(Path file, int pupils, int schools, int classes) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] ofSchool = normal(schools, 15, random);
        double[] ofClass = normal(classes, 8, random);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println("y,x,school,class");
            for (int i = 0; i < pupils; i++) {
                int schoolClass = i < classes ? i : random.nextInt(classes);
                int school = schoolClass % schools;
                double x = Math.rint((500 + 100 * random.nextGaussian()) * 100) / 100;
                double y = 500 + 0.6 * (x - 500) + ofSchool[school] + ofClass[schoolClass]
                        + 60 * random.nextGaussian();
                out.println(Math.rint(y * 100) / 100 + "," + x + ",s" + school + ",c" + schoolClass);
            }
        }
    }

    /** Ratings of lecturers by students, of the size of lme4's InstEval: y = 3 + 0.1 x + student 0.3 + lecturer 0.5. */
    private static void crossed(Path file, int ratings, int students, int lecturers) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        double[] ofStudent = normal(students, 0.3, random);
        double[] ofLecturer = normal(lecturers, 0.5, random);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println("y,x,student,lecturer");
            for (int i = 0; i < ratings; i++) {
                int student = i < students ? i : random.nextInt(students);
                int lecturer = i < lecturers ? i : random.nextInt(lecturers);
                double x = Math.rint(1000 * random.nextGaussian()) / 1000;
                double y = 3 + 0.1 * x + ofStudent[student] + ofLecturer[lecturer] + 1.2 * random.nextGaussian();
                out.println(Math.rint(y * 1000) / 1000 + "," + x + ",s" + student + ",l" + lecturer);
            }
        }
    }

    /** Answers by DINA with guess and slip of 0.1 to 0.25; skills that go together; items need one to three of them. */
    private static void diagnosis(Path directory, int persons, int items, int skills) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        int[] needs = new int[items];
        double[] guess = new double[items];
        double[] slip = new double[items];
        try (PrintWriter out = new PrintWriter(
                Files.newBufferedWriter(directory.resolve("dina-q.csv"), StandardCharsets.UTF_8))) {
            out.println("k1,k2,k3,k4,k5");
            for (int item = 0; item < items; item++) {
                int count = item < 2 * skills ? 1 : item < 4 * skills ? 2 : 3;
                while (Integer.bitCount(needs[item]) < count) {
                    needs[item] |= 1 << (Integer.bitCount(needs[item]) == 0 ? item % skills : random.nextInt(skills));
                }
                guess[item] = 0.1 + 0.15 * random.nextDouble();
                slip[item] = 0.1 + 0.15 * random.nextDouble();
                out.println(line(skills, needs[item]));
            }
        }
        try (PrintWriter out = new PrintWriter(
                Files.newBufferedWriter(directory.resolve("dina.csv"), StandardCharsets.UTF_8))) {
            StringBuilder header = new StringBuilder();
            for (int item = 0; item < items; item++) {
                header.append(item == 0 ? "i" : ",i").append(item + 1);
            }
            out.println(header);
            for (int person = 0; person < persons; person++) {
                double ability = random.nextGaussian();
                int has = 0;
                for (int skill = 0; skill < skills; skill++) {
                    has |= ability + random.nextGaussian() > 0.3 * (skill - 2) ? 1 << skill : 0;
                }
                int right = 0;
                for (int item = 0; item < items; item++) {
                    double p = (has & needs[item]) == needs[item] ? 1 - slip[item] : guess[item];
                    right |= random.nextDouble() < p ? 1 << item : 0;
                }
                out.println(line(items, right));
            }
        }
    }

    private static String line(int columns, int bits) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            line.append(i == 0 ? "" : ",").append(bits >> i & 1);
        }
        return line.toString();
    }
}

package org.jiaogongti.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What the start-up cache of {@code ./jgt measure} is made from: every measuring command, several times, on invented
 * tables large enough for the compiler to see which loops are hot. The cache keeps what it saw, so a later command is
 * compiled well from its first second. No user calls this; the launcher does, when it has built.
 */
final class Rehearsal {

    private static final int ROUNDS = 2;

    private final RandomGenerator random = new SplittableRandom(6);
    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /** Rehearses in the folder that is named, which has to exist; what it writes there is left. */
    public static void main(String[] args) throws IOException {
        List<List<String>> lines = new Rehearsal(Path.of(args[0])).lines();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            for (List<String> line : lines) {
                List<String> words = new ArrayList<>(List.of("measure"));
                words.addAll(line);
                if (Jgt.run(nowhere, err, words.toArray(String[]::new)) != 0) {
                    throw new IllegalStateException(String.join(" ", words));
                }
            }
        }
    }

    /** Writes the tables; the commands over them. */
    private List<List<String>> lines() throws IOException {
        String large = scores("large.csv", 80_000, 60, 2);
        String small = scores("small.csv", 1_000, 5, 2);
        String test = scores("test.csv", 5_000, 30, 2);
        String graded = scores("graded.csv", 3_000, 15, 5);
        String schools = results("schools.csv", 100_000, 600, 3_000, true);
        String ratings = results("ratings.csv", 8_000, 300, 120, false);
        return List.of(
                List.of("classical", large),
                List.of("classical", graded),
                List.of("irt", small, "--model", "2pl", "--errors", "--patterns", small),
                List.of("irt", test, "--model", "2pl", "--fit"),
                List.of("irt", small, "--model", "3pl", "--guess", "prior:-1.386,0.5"),
                List.of("irt", graded, "--model", "grm"),
                List.of("irt", graded, "--model", "gpcm"),
                List.of("rasch-cml", small),
                List.of("dif", groups("groups.csv"), "--group", "group", "--focal", "b"),
                List.of("cdm", test, "--q", skills("q.csv", 30, 5), "--rule", "dina"),
                List.of("cdm", small, "--q", skills("q-small.csv", 5, 2), "--rule", "gdina", "--tolerance", "1e-4"),
                List.of("mixed", schools, "--formula", "y ~ x + (1 | first) + (1 | second)"),
                List.of("mixed", ratings, "--formula", "y ~ x + (1 | first) + (1 | second)"),
                List.of("mixed", ratings, "--formula", "y ~ x + (x | first)", "--value-added", "first"),
                List.of("link", items("items.csv"), "--method", "Stocking-Lord"),
                List.of("equate", forms("forms.csv"), "--design", "neat", "--method", "chained"));
    }

    private String write(String name, CharSequence text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static void header(StringBuilder text, String prefix, int columns) {
        for (int j = 0; j < columns; j++) {
            text.append(j == 0 ? "" : ",").append(prefix).append(j + 1);
        }
        text.append('\n');
    }

    private void answers(StringBuilder text, double theta, int items, int categories) {
        for (int j = 0; j < items; j++) {
            double easy = (j * 7 % items - items / 2.0) / items;
            int score = 0;
            for (int c = 1; c < categories; c++) {
                double logit = 1.2 * (theta - easy) - (c - categories / 2.0);
                score += random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            }
            text.append(j == 0 ? "" : ",").append(score);
        }
    }

    private String scores(String name, int persons, int items, int categories) throws IOException {
        StringBuilder text = new StringBuilder();
        header(text, "i", items);
        for (int i = 0; i < persons; i++) {
            answers(text, random.nextGaussian(), items, categories);
            text.append('\n');
        }
        return write(name, text);
    }

    private String groups(String name) throws IOException {
        StringBuilder text = new StringBuilder("group,");
        header(text, "i", 10);
        for (int i = 0; i < 2_000; i++) {
            text.append(i % 2 == 0 ? "a," : "b,");
            answers(text, random.nextGaussian(), 10, 2);
            text.append('\n');
        }
        return write(name, text);
    }

    /** Results by two groupings, the second within the first or across it. */
    private String results(String name, int rows, int firsts, int seconds, boolean nested) throws IOException {
        double[] ofFirst = random.doubles(firsts, -0.5, 0.5).toArray();
        double[] ofSecond = random.doubles(seconds, -0.8, 0.8).toArray();
        StringBuilder text = new StringBuilder("y,x,first,second\n");
        for (int i = 0; i < rows; i++) {
            int second = random.nextInt(seconds);
            int first = nested ? second % firsts : random.nextInt(firsts);
            double x = Math.rint(500 * random.nextGaussian()) / 100;
            double y = 3 + (0.1 + 0.1 * ofFirst[first]) * x + ofFirst[first] + ofSecond[second] + random.nextGaussian();
            text.append(Math.rint(100 * y) / 100).append(',').append(x);
            text.append(",s").append(first).append(",c").append(second).append('\n');
        }
        return write(name, text);
    }

    private String skills(String name, int items, int skills) throws IOException {
        StringBuilder text = new StringBuilder();
        header(text, "k", skills);
        for (int i = 0; i < items; i++) {
            for (int k = 0; k < skills; k++) {
                boolean needed = i % skills == k || (i >= skills && (i / skills + i) % skills == k);
                text.append(k == 0 ? "" : ",").append(needed ? 1 : 0);
            }
            text.append('\n');
        }
        return write(name, text);
    }

    private String items(String name) throws IOException {
        StringBuilder text = new StringBuilder("form,item,intercept,slope\n");
        for (int form = 1; form <= 2; form++) {
            for (int i = 0; i < 10; i++) {
                double slope = 1 + random.nextDouble();
                text.append(form).append(",i").append(i).append(',').append(random.nextGaussian()).append(',')
                        .append(slope).append('\n');
            }
        }
        return write(name, text);
    }

    private String forms(String name) throws IOException {
        StringBuilder text = new StringBuilder("form,total,anchor\n");
        for (int i = 0; i < 1_000; i++) {
            int anchor = random.nextInt(11);
            text.append(i % 2 == 0 ? "X," : "Y,").append(anchor + random.nextInt(21)).append(',').append(anchor)
                    .append('\n');
        }
        return write(name, text);
    }
}

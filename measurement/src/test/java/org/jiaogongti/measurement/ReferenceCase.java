package org.jiaogongti.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reference case on the class path: data and what R's packages made of them (README.md beside the cases). Compares
 * figures within the README's tolerances.
 */
public record ReferenceCase(String name) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> FILES = List.of("data.csv", "q.csv", "key.csv", "levels.csv", "common.csv");

    /** How far a figure may be from what is expected. */
    public sealed interface Tolerance {

        double of(double expected);

        /** Relative to the larger of 1 and the value: what the README means unless it says otherwise. */
        record Relative(double share) implements Tolerance {
            @Override
            public double of(double expected) {
                return share * Math.max(1, Math.abs(expected));
            }
        }

        /** In the figure's own unit. */
        record Absolute(double distance) implements Tolerance {
            @Override
            public double of(double expected) {
                return distance;
            }
        }

        /** A share of the value itself, for standard errors. */
        record Share(double share) implements Tolerance {
            @Override
            public double of(double expected) {
                return share * Math.abs(expected);
            }
        }
    }

    public static Tolerance relative(double share) {
        return new Tolerance.Relative(share);
    }

    public static Tolerance absolute(double distance) {
        return new Tolerance.Absolute(distance);
    }

    public static Tolerance share(double share) {
        return new Tolerance.Share(share);
    }

    /** What the command line printed, as a tree. */
    public static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    /** The expected figures. */
    public JsonNode expected() {
        return JSON.readTree(bytes("expected.json"));
    }

    /** Copies the case's files, all but the expected figures, out of the class path; the directory. */
    public Path copyTo(Path directory) {
        try {
            for (String file : FILES) {
                try (InputStream stream = ReferenceCase.class.getResourceAsStream(place(file))) {
                    if (stream != null) {
                        Files.copy(stream, directory.resolve(file));
                    }
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file of the case, split at commas; the first is the header. The cases have no quoted fields. */
    public List<List<String>> table(String file) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : new String(bytes(file), StandardCharsets.UTF_8).lines().toList()) {
            rows.add(List.of(line.split(",", -1)));
        }
        return rows;
    }

    /** Columns of data.csv as scores. */
    public ScoreMatrix scores(List<String> columns) {
        List<List<String>> table = table("data.csv");
        List<String> header = table.getFirst();
        int[][] rows = new int[table.size() - 1][columns.size()];
        for (int i = 1; i < table.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                String cell = table.get(i).get(header.indexOf(columns.get(j)));
                rows[i - 1][j] = cell.isEmpty() ? ScoreMatrix.MISSING : Integer.parseInt(cell);
            }
        }
        return ScoreMatrix.of(columns, rows);
    }

    /** All of data.csv as scores. */
    public ScoreMatrix scores() {
        return scores(table("data.csv").getFirst());
    }

    /**
     * Compares two trees. Numbers agree within the tolerance, a null agrees with a null, texts and flags are equal; of
     * objects only the fields named are compared (all that are expected where none is named).
     */
    public void agrees(JsonNode actual, JsonNode expected, Tolerance tolerance, String... fields) {
        compare(name, actual, expected, tolerance, fields);
    }

    /** Compares one number. */
    public void agrees(double actual, JsonNode expected, Tolerance tolerance) {
        assertThat(expected.isNumber()).as(name).isTrue();
        near(name, actual, expected.asDouble(), tolerance);
    }

    private static void compare(String where, JsonNode actual, JsonNode expected, Tolerance tolerance,
            String... fields) {
        assertThat(actual.isMissingNode()).as(where + " is there").isFalse();
        if (expected.isArray()) {
            assertThat(actual.size()).as(where + ", how many").isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                compare(where + "[" + i + "]", actual.path(i), expected.path(i), tolerance, fields);
            }
        } else if (expected.isObject()) {
            for (String field : fields.length == 0 ? expected.propertyNames().toArray(String[]::new) : fields) {
                compare(where + "." + field, actual.path(field), expected.path(field), tolerance);
            }
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(where + " is a number, not " + actual).isTrue();
            near(where, actual.asDouble(), expected.asDouble(), tolerance);
        } else {
            assertThat(actual.toString()).as(where).isEqualTo(expected.toString());
        }
    }

    private static void near(String where, double actual, double expected, Tolerance tolerance) {
        assertThat(Math.abs(actual - expected)).as("%s: %s, expected %s", where, actual, expected)
                .isLessThanOrEqualTo(tolerance.of(expected));
    }

    private byte[] bytes(String file) {
        try (InputStream stream = ReferenceCase.class.getResourceAsStream(place(file))) {
            if (stream == null) {
                throw new IOException("no " + place(file) + " on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String place(String file) {
        return "/cases/measurement/" + name + "/" + file;
    }
}

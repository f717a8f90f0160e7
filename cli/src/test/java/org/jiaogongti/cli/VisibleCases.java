package org.jiaogongti.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The acceptance cases on the class path. */
final class VisibleCases {

    /** Case and expected file, without its ending. */
    static final List<String> EXPECTED = List.of("case-1/expected-2020-11-20", "case-1/expected-2021-02-01",
            "case-2/expected-2021-04-28", "case-2/expected-2021-07-03", "case-3/expected-2021-11-14",
            "case-3/expected-2022-09-01", "case-3/expected-2022-09-01-overlay", "case-4/expected-2021-01-29",
            "case-4/expected-2021-05-05", "case-4/expected-2022-01-21", "case-4/expected-2022-01-21-overlay");

    private static final List<String> FILES = List.of("calendar.csv", "schools.csv", "subjects.csv", "activities.csv",
            "placements.csv", "waivers.csv");

    private VisibleCases() {}

    /** Copies a case's files out of the class path. */
    static Path copy(String name, Path directory) throws IOException {
        for (String file : FILES) {
            try (InputStream stream = VisibleCases.class.getResourceAsStream("/cases/duties/" + name + "/" + file)) {
                if (stream != null) {
                    Files.copy(stream, directory.resolve(file));
                }
            }
        }
        return directory;
    }

    static byte[] bytes(String expected) throws IOException {
        try (InputStream stream = VisibleCases.class.getResourceAsStream("/cases/duties/" + expected + ".csv")) {
            if (stream == null) {
                throw new IOException("no case " + expected + " on the class path");
            }
            return stream.readAllBytes();
        }
    }
}

package org.jiaogongti.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A copy of the bundled sample that a test may spoil. */
final class SampleCase {

    static final Path SAMPLE = Path.of("src/sample");

    private SampleCase() {}

    static Path copyTo(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SAMPLE)) {
            for (Path file : files) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        return directory;
    }

    /** Replaces one line, counted from 1. */
    static void replaceLine(Path file, int line, String text) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(line - 1, text);
        Files.write(file, lines);
    }
}

package org.jiaogongti.charter.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks a charter file or a later law without using it. */
public final class CharterCheck {

    private CharterCheck() {}

    /**
     * Every error and warning, by line; empty where the file is faultless.
     *
     * @param path a charter file, a directory that holds {@code charter.yaml}, or a file whose first key is 后来的规定
     */
    public static List<Finding> check(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve("charter.yaml") : path;
        Source source = new Source(file.toString());
        boolean overlay = Charters.text(file).filter(CharterCheck::isOverlay).isPresent();
        if (overlay) {
            new OverlayReader(source).read(Charters.text(file).orElseThrow());
        } else {
            Charters.readCharter(source, file);
        }
        return source.findings();
    }

    private static boolean isOverlay(String text) {
        return text.lines().anyMatch(line -> line.startsWith("后来的规定:"));
    }
}

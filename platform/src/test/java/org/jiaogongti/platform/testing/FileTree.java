package org.jiaogongti.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders as a whole. */
final class FileTree {

    private FileTree() {}

    static void delete(Path folder) {
        if (Files.exists(folder)) {
            try {
                for (Path path : below(folder).reversed()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(folder + " cannot be deleted", e);
            }
        }
    }

    /** A folder that nobody has written into is moved as an empty one. */
    static void move(Path from, Path to) {
        try {
            Files.createDirectories(from);
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(from + " cannot be moved", e);
        }
    }

    /** The same files under other names: what is kept by its hash never changes, and removing one name leaves the other. */
    static void link(Path from, Path to) {
        try {
            for (Path path : below(from)) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createLink(target, path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(from + " cannot be linked to " + to, e);
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.sorted(Comparator.naturalOrder()).toList();
        }
    }
}

package org.jiaogongti.platform.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The test run's class path copied to where any user may read it; root's own folders are closed to others. */
final class ReadableClassPath {

    private ReadableClassPath() {}

    static String copiedTo(Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> copies = new ArrayList<>();
            for (Path entry : entries()) {
                Path copy = folder.resolve(copies.size() + "-" + entry.getFileName());
                copy(entry, copy);
                copies.add(copy);
            }
            return copies.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException("the class path cannot be copied to " + folder, e);
        }
    }

    /** Surefire hands the class path over in the manifest of a jar. */
    private static List<Path> entries() throws IOException {
        List<Path> entries = new ArrayList<>();
        for (String name : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(name).toAbsolutePath();
            if (path.getFileName().toString().startsWith("surefirebooter")) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    for (String part : jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ")) {
                        entries.add(Path.of(path.toUri().resolve(URI.create(part))));
                    }
                }
            } else {
                entries.add(path);
            }
        }
        return entries.stream().filter(Files::exists).toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : (Iterable<Path>) tree::iterator) {
                Path target = file.equals(from) ? to : to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
                Files.setPosixFilePermissions(target, PosixFilePermissions
                        .fromString(Files.isDirectory(target) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}

package org.jiaogongti.platform.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Where things are kept: {@code JGT_DATA} or {@code ./data}; unpacked programs in {@code JGT_CACHE} or its cache folder. */
record DataFolders(Path root, Path cache, Optional<Path> prepared) {

    static DataFolders fromEnvironment() {
        return of(System.getenv());
    }

    static DataFolders of(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("JGT_DATA", "data")).toAbsolutePath().normalize();
        String cache = environment.get("JGT_CACHE");
        return new DataFolders(root, cache == null ? root.resolve("cache") : Path.of(cache).toAbsolutePath(),
                Optional.ofNullable(environment.get("JGT_PREPARED")).map(folder -> Path.of(folder).toAbsolutePath()));
    }

    /** What the build has prepared for a demo of this day; {@code ./jgt} names the folder in {@code JGT_PREPARED}. */
    Optional<Path> prepared(LocalDate date) {
        return prepared.map(folder -> folder.resolve("demo-" + date)).filter(Files::isDirectory);
    }

    Path demo(LocalDate date) {
        return root.resolve("demo-" + date);
    }
}

package org.jiaogongti.platform.start;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Where things are kept: {@code JGT_DATA} or {@code ./data}; unpacked programs in {@code JGT_CACHE} or its cache folder. */
record DataFolders(Path root, Path cache) {

    static DataFolders fromEnvironment() {
        return of(System.getenv());
    }

    static DataFolders of(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("JGT_DATA", "data")).toAbsolutePath().normalize();
        String cache = environment.get("JGT_CACHE");
        return new DataFolders(root, cache == null ? root.resolve("cache") : Path.of(cache).toAbsolutePath());
    }

    Path demo(LocalDate date) {
        return root.resolve("demo-" + date);
    }
}

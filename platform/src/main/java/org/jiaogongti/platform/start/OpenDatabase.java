package org.jiaogongti.platform.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.EmbeddedDatabase;
import org.jiaogongti.platform.postgres.Durability;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;

/** A database that is up: the embedded one of a data folder, or a server of the bureau's own. */
record OpenDatabase(DatabaseAddress address) {

    private static final String URL = "JGT_DATABASE_URL";
    private static final String OWNER = "JGT_DATABASE_OWNER_PASSWORD";
    private static final String APP = "JGT_DATABASE_APP_PASSWORD";

    static EmbeddedPostgres embedded(Path folder, Path cache, Consumer<String> says) {
        return EmbeddedPostgres.start(folder.resolve("postgres"), cache, Durability.FULL, says);
    }

    static OpenDatabase of(EmbeddedPostgres postgres) {
        return new OpenDatabase(EmbeddedDatabase.prepare(postgres));
    }

    static boolean exists(Path folder) {
        return Files.exists(folder.resolve("postgres").resolve("cluster.ready"));
    }

    /** The server named in the environment, if one is. */
    static Optional<OpenDatabase> external(Map<String, String> environment) {
        String url = environment.get(URL);
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new StartRefused(URL + " 应以 jdbc:postgresql:// 开头：" + url
                    + "\n" + URL + " must look like jdbc:postgresql://HOST:5432/jiaogongti");
        }
        return Optional.of(new OpenDatabase(
                new DatabaseAddress(url, required(environment, OWNER), required(environment, APP))));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new StartRefused("使用 " + URL + " 时还须给出 " + name + "。\n" + name + " is missing beside " + URL
                    + "; see docs/operations/database.md.");
        }
        return value;
    }
}

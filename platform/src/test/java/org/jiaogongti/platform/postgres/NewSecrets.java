package org.jiaogongti.platform.postgres;

import java.nio.file.Path;
import java.util.List;

/** The database passwords of a new data folder, for tests of other packages. */
public final class NewSecrets {

    private NewSecrets() {}

    public static List<String> in(Path file) {
        Secrets secrets = Secrets.load(file);
        return List.of(secrets.superuser(), secrets.owner(), secrets.app());
    }
}

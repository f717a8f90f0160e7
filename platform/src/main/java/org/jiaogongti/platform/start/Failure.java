package org.jiaogongti.platform.start;

import java.util.stream.Stream;
import org.jiaogongti.platform.archive.ArchiveRefused;
import org.jiaogongti.platform.postgres.PostgresException;
import org.jiaogongti.platform.seal.SealBroken;

/** Turns what went wrong at the start into the few lines that belong on a console. */
final class Failure {

    private Failure() {}

    static String explain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof StartRefused || cause instanceof PostgresException
                        || cause instanceof SealBroken || cause instanceof ArchiveRefused)
                .findFirst()
                .map(Throwable::getMessage)
                .orElseGet(() -> "启动失败 · The start failed: " + root(failure));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

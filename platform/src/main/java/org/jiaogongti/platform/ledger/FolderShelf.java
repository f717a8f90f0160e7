package org.jiaogongti.platform.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.shell.Installation;
import org.springframework.stereotype.Component;

/** Where made folders lie until they are fetched or their time is over. A file has its name only when it is whole. */
@Component
class FolderShelf {

    private final Path root;

    FolderShelf(Installation installation) {
        this.root = installation.data().resolve("folders");
    }

    Path file(UUID folder) {
        return root.resolve(Scope.required().code()).resolve(folder + ".zip");
    }

    /** The place to write at. */
    Path half(UUID folder) throws IOException {
        Files.createDirectories(file(folder).getParent());
        return file(folder).resolveSibling(folder + ".half");
    }

    void whole(UUID folder) throws IOException {
        Files.move(half(folder), file(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    void remove(UUID folder) {
        try {
            Files.deleteIfExists(file(folder));
            Files.deleteIfExists(half(folder));
        } catch (IOException stuck) {
            throw new UncheckedIOException(
                    "A folder's file cannot be removed.\nCheck the rights of the data directory.",
                    stuck);
        }
    }
}

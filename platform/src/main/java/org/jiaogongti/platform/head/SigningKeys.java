package org.jiaogongti.platform.head;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.platform.head.model.Sm2;
import org.jiaogongti.platform.seal.KeyFile;

/** The keys of this installation that sign what is given out; made once, in a file of their own beside the sealing keys. */
public final class SigningKeys {

    private final KeyFile file;

    public SigningKeys(Path file) {
        this.file = new KeyFile(file, KeyFile.Use.SIGNING);
    }

    /** What signs now; the first time it is made. */
    byte[] secret() {
        String id = file.currentOrNew();
        return Objects.requireNonNull(file.keys().get(id), id);
    }

    /** The public ones, earlier ones too: what they signed stays theirs. None where nothing was ever signed here. */
    public Set<String> publicKeys() {
        return file.keys().values().stream().map(Sm2::publicKey).collect(Collectors.toUnmodifiableSet());
    }

    /** For people, of the key that signs now; empty where there is none yet. */
    Optional<String> fingerprint() {
        return file.keys().entrySet().stream().reduce((earlier, later) -> later).map(Map.Entry::getValue)
                .map(Sm2::publicKey).map(Sm2::fingerprint);
    }
}

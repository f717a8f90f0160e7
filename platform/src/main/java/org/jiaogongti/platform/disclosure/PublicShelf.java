package org.jiaogongti.platform.disclosure;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.disclosure.Publication.State;
import org.jiaogongti.platform.disclosure.store.PublicationStore;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What anybody may read of a district, signed in or not. */
@Service
@Transactional(readOnly = true)
public class PublicShelf {

    private static final int BESIDE = 5;

    private final PublicationStore store;
    private final EvidenceFiles files;

    PublicShelf(PublicationStore store, EvidenceFiles files) {
        this.store = store;
        this.files = files;
    }

    /** A page of public texts, the newest first. */
    public record Listed(List<Publication> rows, boolean more) {}

    public Listed list(String words, @Nullable Category category, @Nullable UUID after, int size) {
        List<Publication> found = store.page(new PublicationStore.Asked(words, category, List.of(State.PUBLISHED),
                after, size + 1));
        return new Listed(found.size() > size ? found.subList(0, size) : found, found.size() > size);
    }

    /**
     * One public text, or what is left of one that was withdrawn.
     *
     * @param beside others, the newest first
     */
    public record Shown(Publication publication, List<EvidenceItem> files, List<Publication> beside) {

        public boolean gone() {
            return publication.state() == State.WITHDRAWN;
        }
    }

    /** The number under which the public asks; empty where none is set. */
    public String phone() {
        return store.phone().orElse("");
    }

    /** Empty where it never was public. */
    public Optional<Shown> show(UUID id) {
        return store.find(id).filter(Publication::everPublic).map(found -> {
            if (found.state() == State.WITHDRAWN) {
                return new Shown(found, List.of(), List.of());
            }
            List<Publication> beside = new ArrayList<>(list("", null, null, BESIDE + 1).rows());
            beside.removeIf(other -> other.id().equals(id));
            return new Shown(found, files.of(List.of(id)), beside.subList(0, Math.min(BESIDE, beside.size())));
        });
    }

    /** A file of a public text. */
    public record PublicFile(EvidenceItem item, InputStream bytes) {}

    public Optional<PublicFile> file(UUID id, UUID item) {
        return store.find(id).filter(found -> found.state() == State.PUBLISHED)
                .flatMap(_ -> files.of(List.of(id)).stream().filter(each -> each.id().equals(item)).findFirst())
                .map(found -> new PublicFile(found, files.open(found)));
    }
}

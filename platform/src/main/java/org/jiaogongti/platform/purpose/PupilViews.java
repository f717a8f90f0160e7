package org.jiaogongti.platform.purpose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.purpose.store.PurposeStore;
import org.jiaogongti.platform.purpose.store.ViewingStore;
import org.jiaogongti.platform.seal.SealedColumn;
import org.jiaogongti.platform.seal.Seals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The view log, and the only way to data of pupils: whoever wants it says what for, and gets access for that one piece of
 * work. What was done is written in the same transaction, so there is no look without its line.
 */
@Service
public class PupilViews {

    private static final SealedColumn QUERY = new SealedColumn("purpose.viewing", "query_digest");
    private static final int LONGEST = 200;

    private final ViewingStore store;
    private final PurposeStore purposes;
    private final Consents consents;
    private final Seals seals;
    private final Consents.Tools tools;

    PupilViews(ViewingStore store, PurposeStore purposes, Consents consents, Seals seals, Consents.Tools tools) {
        this.store = store;
        this.purposes = purposes;
        this.consents = consents;
        this.seals = seals;
        this.tools = tools;
    }

    /** What is done with the data. */
    public enum Kind {
        /** Looked at. */
        LOOK,
        /** Given out: printed, exported, sent. */
        GIVE,
        /** Entered or changed. */
        ENTER
    }

    /**
     * A wish to see data.
     *
     * @param query what exactly is asked, written so that the same question is the same text; only its digest is kept
     * @param why in the person's own words
     */
    public record Look(UUID purpose, Kind kind, Set<Category> categories, String query, String why) {}

    /** What came of it. */
    public sealed interface Opened<T> {

        /**
         * The work was done.
         *
         * @param pupils how many pupils' data was in it
         */
        record Done<T>(T value, int pupils) implements Opened<T> {}

        /** A no, as a message key; nothing was read. */
        record Refused<T>(String key) implements Opened<T> {}
    }

    /** A line of the log. */
    public record Viewing(long line, UUID purpose, UUID account, Kind kind, int pupils, String why, LocalDate on,
            Instant at) {}

    /**
     * Does a piece of work with data of pupils and writes it down. Whose pupils somebody may see by school and community
     * is for the owner of the data to say, before or within the work.
     */
    @Transactional
    public <T> Opened<T> record(Actor actor, Look look, Function<PupilAccess, T> work) {
        LocalDate today = tools.clock().today();
        Optional<Purpose> found = purposes.find(look.purpose()).filter(purpose -> purpose.inForce(today));
        if (found.isEmpty()) {
            return new Opened.Refused<>("purpose.view.refused.purpose");
        }
        Terms terms = found.get().terms();
        if (!actor.has(terms.roles().toArray(Role[]::new))) {
            return new Opened.Refused<>("purpose.view.refused.role");
        }
        if (look.categories().isEmpty() || !terms.categories().containsAll(look.categories())) {
            return new Opened.Refused<>("purpose.view.refused.category");
        }
        if (look.why().isBlank() || look.why().length() > LONGEST) {
            return new Opened.Refused<>("purpose.view.refused.why");
        }
        PupilAccess access = new PupilAccess(look.purpose(), look.categories(), today,
                pupils -> consents.covered(found.get(), pupils, today));
        T value;
        int pupils;
        try {
            value = work.apply(access);
        } finally {
            pupils = access.close();
        }
        long line = tools.journal().write(actor, "PupilDataOpened", Purposes.KIND, look.purpose(),
                Map.of("kind", look.kind().name(), "pupils", pupils, "why", look.why(), "categories",
                        look.categories().stream().map(Enum::name).sorted().toList()));
        store.insert(new Viewing(line, look.purpose(), actor.accountId(), look.kind(), pupils, look.why(), today,
                tools.clock().now()), seals.index(QUERY, look.query()));
        return new Opened.Done<>(value, pupils);
    }

    /** What an owner of data erases with; the certificate is what is written down. */
    static PupilAccess toErase(UUID purpose, LocalDate day) {
        return new PupilAccess(purpose, Set.of(Category.values()), day, pupils -> pupils);
    }

    /**
     * The log, newest first.
     *
     * @param before only lines with a smaller number; null for the newest
     */
    @Transactional(readOnly = true)
    public List<Viewing> page(@Nullable Long before, int size) {
        return store.page(before, size);
    }
}

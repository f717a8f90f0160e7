package org.jiaogongti.platform.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiaogongti.platform.journal.model.Line;
import org.jiaogongti.platform.journal.store.LineStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one line per action, in the transaction of the action: either both are there or neither. Lines of one district
 * form a chain; its head is locked until the commit, so write the line last.
 */
@Service
public class Journal {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final LineStore store;
    private final BusinessClock clock;

    Journal(LineStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** For a command outside of the application: the caller's connection has the district set, and the caller commits. */
    public static Journal over(DataSource connections, BusinessClock clock) {
        return new Journal(LineStore.over(connections), clock);
    }

    /**
     * @param action a word of the glossary in the past tense, for example {@code OccasionRecorded}
     * @param payload what was said; kept beside the line, so that it can be erased
     * @return the line's number in its district
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long write(Author author, String action, String objectKind, @Nullable UUID objectId,
            Map<String, ?> payload) {
        return append(author, new Line.Deed(action, objectKind, Optional.ofNullable(objectId), 0), payload);
    }

    /** Erases what a line said, for good; that it was written, when and by whom stays, and the erasure is a line itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long erase(Author author, long number, String reason) {
        store.erasePayload(number);
        return append(author, new Line.Deed("PayloadErased", "journal", Optional.empty(), number),
                Map.of("reason", reason));
    }

    /**
     * A line without what was said.
     *
     * @param number gapless in its district, in the order of the commits
     */
    public record Noted(long number, Instant at, String action, String objectKind, @Nullable UUID object) {}

    /** The number of the last line; 0 where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long last() {
        return store.last();
    }

    /** What the whole chain comes to so far: the SHA-256 of its last line in hex; empty where there is no line yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String head() {
        return store.headHash();
    }

    /** The chain's end with both hashes; empty where there is no line yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ChainEnd> end() {
        return store.end();
    }

    /** Lines after a number about some kinds of objects, oldest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Noted> after(long number, long last, Collection<String> objectKinds) {
        return store.after(number, last, objectKinds);
    }

    private long append(Author author, Line.Deed deed, Map<String, ?> payload) {
        Map<String, Object> said = new LinkedHashMap<>(payload);
        Means.current().ifPresent(means -> said.put("by", means));
        if (!author.standingInFor().isEmpty()) {
            said.put("standingInFor", author.standingInFor().stream().map(UUID::toString).sorted().toList());
        }
        return store.append(author.accountId(), clock.now(), deed, JSON.writeValueAsString(said));
    }
}

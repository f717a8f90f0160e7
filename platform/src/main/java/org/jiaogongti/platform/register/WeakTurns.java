package org.jiaogongti.platform.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaogongti.platform.register.store.WeakStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the district's weak subjects, for goals: no names of people, no order of schools. */
@Service
@Transactional(readOnly = true)
public class WeakTurns {

    private final WeakEntries entries;
    private final WeakStore store;
    private final Surroundings around;

    WeakTurns(WeakEntries entries, WeakStore store, Surroundings around) {
        this.entries = entries;
        this.store = store;
        this.around = around;
    }

    /**
     * A weak subject.
     *
     * @param reviews the oldest first; of a term the last one counts
     */
    public record Turn(WeakEntry entry, List<Review> reviews) {}

    /** Every weak subject that was ever on the list, without the schools that are weak as a whole. */
    public List<Turn> all() {
        List<WeakEntry> all = entries.entries(around.places()).stream().map(WeakEntries.Found::entry)
                .filter(entry -> !entry.key().whole()).toList();
        Map<WeakKey, List<Review>> reviews = store.reviews(all.stream().map(WeakEntry::key).toList()).stream()
                .collect(Collectors.groupingBy(Review::entry));
        return all.stream().map(entry -> new Turn(entry, reviews.getOrDefault(entry.key(), List.of()))).toList();
    }
}

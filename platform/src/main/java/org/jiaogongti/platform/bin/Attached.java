package org.jiaogongti.platform.bin;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A module that keeps something about things of other owners. */
public interface Attached {

    /** For the message keys {@code bin.keeps.<word>} and {@code bin.forbids.<word>}. */
    String word();

    /** Those that must not be erased, by what they belong to: a decision or a proof leans on them. */
    default Set<UUID> keeps(Collection<Deleted> things) {
        return Set.of();
    }

    /** Why it cannot come back, whatever its owner says. */
    default Optional<Restored.No> forbids(Deleted deleted) {
        return Optional.empty();
    }

    /** Erases the module's rows about things that are erased now; how many of each table went. */
    default Map<String, Integer> erase(String kind, Collection<UUID> things) {
        return Map.of();
    }
}

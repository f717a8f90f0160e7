package org.jiaogongti.platform.purpose;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The right to read or write data of pupils, for one purpose and one piece of work. Every method of a store that touches
 * such data takes it; {@link PupilViews} alone gives it, writes down what was done with it, and closes it again.
 */
public final class PupilAccess {

    private final UUID purpose;
    private final Set<Category> categories;
    private final LocalDate day;
    private final UnaryOperator<Set<PupilKey>> covered;
    private final Set<PupilKey> seen = new HashSet<>();
    private boolean open = true;

    PupilAccess(UUID purpose, Set<Category> categories, LocalDate day, UnaryOperator<Set<PupilKey>> covered) {
        this.purpose = purpose;
        this.categories = Set.copyOf(categories);
        this.day = day;
        this.covered = covered;
    }

    /** The purpose that every row carries which is read or written with this. */
    public UUID purpose() {
        return purpose;
    }

    /** The business date of the work. */
    public LocalDate day() {
        return day;
    }

    /**
     * Those of some pupils whose data may be used: the others have no consent, or no more. A store asks before it gives
     * rows out, and gives those rows only; whom it admits is counted as seen.
     *
     * @param kinds of data that are read or written; each must have been asked for
     */
    public Set<PupilKey> admit(Collection<PupilKey> pupils, Category... kinds) {
        if (!open) {
            throw new IllegalStateException("Access to pupils' data was used after its work was written down.\n"
                    + "Read everything inside of PupilViews.record and keep no PupilAccess.");
        }
        if (!categories.containsAll(Set.of(kinds)) || kinds.length == 0) {
            throw new IllegalStateException("Data of kinds " + Set.of(kinds) + " was asked for, " + categories
                    + " was opened.\nName every kind in the Look.");
        }
        Set<PupilKey> admitted = covered.apply(Set.copyOf(pupils));
        seen.addAll(admitted);
        return admitted;
    }

    int close() {
        open = false;
        return seen.size();
    }
}

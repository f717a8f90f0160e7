package org.jiaogongti.platform.bin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the bin.
 *
 * @param bureau whether somebody of the bureau deleted it, so that it is in the bureau's bin as well
 * @param on the business day on which it was deleted
 * @param until the last day on which it can be brought back
 */
public record Deleted(UUID id, Thing thing, boolean bureau, UUID by, String byName, LocalDate on, Instant at,
        LocalDate until) {

    /** What some things belong to, as a statement takes ids. */
    public static String[] belongings(Collection<Deleted> things) {
        return things.stream().map(each -> each.thing().belongsTo().toString()).distinct().toArray(String[]::new);
    }

    /**
     * What was deleted, as its owner hands it over.
     *
     * @param kind of the owner
     * @param id the owner's
     * @param belongsTo what it is part of; its own id where it stands alone
     * @param school in whose bin it is
     * @param title by which somebody knows it again
     * @param day it is about, or null
     * @param before what the owner needs to bring it back
     */
    public record Thing(String kind, UUID id, UUID belongsTo, @Nullable UUID school, String title,
            @Nullable LocalDate day, String before) {}
}

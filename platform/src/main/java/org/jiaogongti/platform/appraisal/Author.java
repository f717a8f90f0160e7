package org.jiaogongti.platform.appraisal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Who wrote something and when, as the row keeps it.
 *
 * @param on the business date
 */
public record Author(UUID accountId, Set<UUID> standingInFor, String name, LocalDate on, Instant at)
        implements
            org.jiaogongti.platform.journal.Author {

    public Author {
        standingInFor = Set.copyOf(standingInFor);
    }
}

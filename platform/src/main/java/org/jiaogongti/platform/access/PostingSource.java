package org.jiaogongti.platform.access;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Postings that come from the organisation itself. Asked at every request, inside a transaction of the account's district, so that a
 * posting that has ended decides at once. One select at most.
 */
public interface PostingSource {

    /** The postings of a person on a day. */
    Set<Posting> postingsOf(UUID personId, LocalDate day);

    /** Everybody who holds one of some roles on a day, with what they hold of these. */
    Map<UUID, Set<Posting>> holders(Set<Role> roles, LocalDate day);
}

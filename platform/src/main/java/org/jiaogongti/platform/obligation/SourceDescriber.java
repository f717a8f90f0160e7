package org.jiaogongti.platform.obligation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Tells a duty's page what the records of one source kind are. Implemented by the module that owns the records; the
 * page asks once for each kind, whatever the number of records.
 */
public interface SourceDescriber {

    /** The source kind it knows. */
    String kind();

    /**
     * Notes of the records that exist and may be seen; the others are left out.
     *
     * @param labels names of schools and communities, which the page has already
     */
    Map<UUID, SourceNote> describe(Collection<UUID> ids, WorldLabels labels);
}

package org.jiaogongti.platform.activity;

import java.util.Set;
import java.util.UUID;

/** Whose occasions are asked for; what the asking person may read narrows them further. */
public sealed interface Whose {

    /** Everything the asking person may read. */
    record All() implements Whose {}

    /** A school's, as recorder, host, leading school or participant. */
    record OfSchool(UUID school) implements Whose {}

    /** A community's, further ones of an occasion included. */
    record OfCommunity(UUID community) implements Whose {}

    /**
     * Somebody's. Records name people by their names, so a name counts where one of the person's schools has a part in it.
     *
     * Whoever is on the list of something is in it as well.
     *
     * @param schools those the person is posted to; empty for somebody of no school, whose name counts everywhere
     */
    record Named(UUID person, String name, Set<UUID> schools) implements Whose {

        public Named {
            schools = Set.copyOf(schools);
        }

    }
}

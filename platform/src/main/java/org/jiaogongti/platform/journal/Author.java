package org.jiaogongti.platform.journal;

import java.util.Set;
import java.util.UUID;

/** Who did it: the signed-in actor, or the account under which a job works. */
public interface Author {

    UUID accountId();

    /** The accounts in whose absence they hold a role at this moment; every line names them. */
    default Set<UUID> standingInFor() {
        return Set.of();
    }
}

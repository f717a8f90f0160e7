package org.jiaogongti.platform.journal;

import java.util.UUID;

/** Who did it: the signed-in actor, or the account under which a job works. */
public interface Author {

    UUID accountId();
}

package org.jiaogongti.platform.evidence;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;

/** Who may see and add files of a holder; implemented by the module that owns the holders. */
public interface EvidenceAccess {

    /** What an actor may do with the files of a holder; a holder that is absent or foreign allows nothing. */
    Right rightTo(Actor actor, UUID holder);

    /** Whether there is such a holder in the district, whoever may see it. */
    boolean exists(UUID holder);

    /** From least to most. */
    enum Right {
        NONE, READ,
        /** Add and remove files, and publish a picture. */
        CHANGE
    }
}

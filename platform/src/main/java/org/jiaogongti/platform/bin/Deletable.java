package org.jiaogongti.platform.bin;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;

/** The owner of a kind of thing that can be deleted by mistake. Everything happens inside the bin's transaction. */
public interface Deletable {

    /** A word for ever the same: the message key {@code bin.kind.<word>} hangs on it. */
    String kind();

    /** The page on which it is looked at while it lies in the bin. */
    String path(Deleted deleted);

    /** Brings it back as it was, if this person may and nothing stands against it. */
    Restored restore(Actor actor, Deleted deleted);

    /** They leave the bin and stay for good as deleted, since something leans on them. */
    void keep(Collection<UUID> things);

    /** Erases them with all their rows; how many of each table went. */
    Map<String, Integer> erase(Collection<UUID> things);
}

package org.jiaogongti.platform.obligation;

import org.jiaogongti.charter.World;

/** Tells the engine of the current district's schools, communities and calendar; implemented by {@code community}. */
public interface WorldSource {

    /** Reads everything; the caller keeps it until the world's version changes. */
    Loaded load();

    /** A world and the words for its ids. */
    record Loaded(World world, WorldLabels labels) {}
}

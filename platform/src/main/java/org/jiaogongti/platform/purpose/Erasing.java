package org.jiaogongti.platform.purpose;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What every module that keeps data of pupils implements: it erases its own rows when their clock has run out. Rows that it
 * leaves behind keep the clock from going, and the whole run is undone.
 */
public interface Erasing {

    /** All tables of the module that hold data of pupils, with their schema. */
    Set<String> tables();

    /** Erases what is kept of a pupil in a batch for the access's purpose; answers how many rows of each table went. */
    Map<String, Integer> erase(PupilAccess access, PupilKey pupil, UUID batch);
}

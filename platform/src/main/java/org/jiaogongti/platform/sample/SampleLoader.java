package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Puts the sample world into an empty, migrated database. Called once per database, before the first page is served. */
public interface SampleLoader {

    /** Told as soon as it is known that {@link #load} will come, so that thinking can go on while the rest starts. */
    default void prepare(LocalDate businessDate) {}

    /**
     * @param businessDate no record later than this day is made
     * @param says told in a few words what takes time
     */
    void load(LocalDate businessDate, Consumer<String> says);
}

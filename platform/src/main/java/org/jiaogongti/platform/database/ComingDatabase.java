package org.jiaogongti.platform.database;

/** The database that the application works on: it may still be brought up while the application itself starts. */
@FunctionalInterface
public interface ComingDatabase {

    /** Waits until it is up and has this build's tables; throws what hindered it. */
    DatabaseAddress ready();
}

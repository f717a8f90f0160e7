package org.jiaogongti.platform.database;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings the database's tables up to this build, as their owner, over a connection that is closed afterwards. */
public final class Migrations {

    private Migrations() {}

    /** Returns the number of steps carried out. */
    public static int migrate(DatabaseAddress address) {
        return flyway(address).migrate().migrationsExecuted;
    }

    /** Whether the database is exactly what this build makes: no step is missing and none is of a later build. */
    public static boolean current(DatabaseAddress address) {
        MigrationInfoService steps = flyway(address).info();
        return steps.pending().length == 0
                && Arrays.stream(steps.applied()).allMatch(step -> step.getState().isResolved());
    }

    private static Flyway flyway(DatabaseAddress address) {
        // Every module numbers its own steps, so a later build may bring a step below the highest one.
        return Flyway.configure().dataSource(address.url(), DatabaseAddress.OWNER, address.ownerPassword())
                .schemas("lib").defaultSchema("lib").locations("classpath:db/migration").outOfOrder(true)
                .validateMigrationNaming(true).load();
    }
}

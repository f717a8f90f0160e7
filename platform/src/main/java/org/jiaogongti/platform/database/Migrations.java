package org.jiaogongti.platform.database;

import org.flywaydb.core.Flyway;

/** Brings the database's tables up to this build, as their owner, over a connection that is closed afterwards. */
public final class Migrations {

    private Migrations() {}

    /** Returns the number of steps carried out. */
    public static int migrate(DatabaseAddress address) {
        // Every module numbers its own steps, so a later build may bring a step below the highest one.
        return Flyway.configure().dataSource(address.url(), DatabaseAddress.OWNER, address.ownerPassword())
                .schemas("lib").defaultSchema("lib").locations("classpath:db/migration").outOfOrder(true)
                .validateMigrationNaming(true).load().migrate().migrationsExecuted;
    }
}

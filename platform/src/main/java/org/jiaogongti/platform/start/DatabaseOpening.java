package org.jiaogongti.platform.start;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jiaogongti.platform.database.ComingDatabase;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.Migrations;

/** Brings the database up on another processor while the application puts its own parts together. */
final class DatabaseOpening implements ComingDatabase {

    private final CountDownLatch logIsOpen = new CountDownLatch(1);
    private final FutureTask<DatabaseAddress> server;
    private final FutureTask<DatabaseAddress> tables;

    private DatabaseOpening(Supplier<DatabaseAddress> open) {
        server = new FutureTask<>(open::get);
        tables = new FutureTask<>(() -> {
            DatabaseAddress address = server.get();
            logIsOpen.await();
            Migrations.migrate(address);
            return address;
        });
    }

    /** @param open starts and checks the server */
    static DatabaseOpening begin(Supplier<DatabaseAddress> open) {
        DatabaseOpening begun = new DatabaseOpening(open);
        Thread.ofPlatform().daemon().name("database").start(() -> {
            begun.server.run();
            begun.tables.run();
        });
        return begun;
    }

    /** The tables may be brought up to this build as soon as the server is there: the steps write into the log. */
    void migrate() {
        logIsOpen.countDown();
    }

    @Override
    public DatabaseAddress ready() {
        result(server);
        return result(tables);
    }

    /** Where the application did not come up: a server that is just being started must be there before it can be stopped. */
    void settle() {
        try {
            server.get();
        } catch (ExecutionException e) {
            // What hindered the server is what the application has failed of, and is said there.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DatabaseAddress result(FutureTask<DatabaseAddress> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("the database cannot be brought up", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was brought up", e);
        }
    }
}

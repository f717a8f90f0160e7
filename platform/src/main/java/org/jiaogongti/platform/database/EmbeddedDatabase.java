package org.jiaogongti.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.postgres.PostgresException;

/** Roles and databases in the embedded cluster. */
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    /** Makes the roles and the database where they are missing. */
    public static DatabaseAddress prepare(EmbeddedPostgres postgres) {
        createRoles(postgres);
        create(postgres, DatabaseAddress.NAME, "template1");
        return address(postgres, DatabaseAddress.NAME);
    }

    public static DatabaseAddress address(EmbeddedPostgres postgres, String database) {
        return new DatabaseAddress(postgres.url(database), postgres.ownerPassword(), postgres.appPassword());
    }

    public static void createRoles(EmbeddedPostgres postgres) {
        try (Connection connection = postgres.superuser("postgres");
                Statement statement = connection.createStatement()) {
            createRole(statement, DatabaseAddress.OWNER, postgres.ownerPassword());
            createRole(statement, DatabaseAddress.APP, postgres.appPassword());
        } catch (SQLException e) {
            throw new PostgresException("The database roles cannot be made.\nLook into the server's log.", e);
        }
    }

    /** Makes a database out of a template unless it is there. */
    public static void create(EmbeddedPostgres postgres, String database, String template) {
        try (Connection connection = postgres.superuser("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                statement.execute("CREATE DATABASE " + database + " OWNER " + DatabaseAddress.OWNER + " TEMPLATE "
                        + template + " STRATEGY " + (template.equals("template1") ? "wal_log" : "file_copy"));
                statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + DatabaseAddress.APP);
            }
        } catch (SQLException e) {
            throw new PostgresException("The database " + database + " cannot be made.\n"
                    + "Check the free disk space and look into the server's log.", e);
        }
        letSearchesUseTheirIndex(postgres, database);
    }

    /**
     * Under row-level security an index is asked only by operators that are known to tell nothing of the rows they look at.
     * Comparing arrays of whole numbers tells nothing, but PostgreSQL does not say so, since arrays may hold anything.
     */
    private static void letSearchesUseTheirIndex(EmbeddedPostgres postgres, String database) {
        try (Connection connection = postgres.superuser(database);
                Statement statement = connection.createStatement()) {
            if (exists(statement,
                    "SELECT 1 FROM pg_proc WHERE oid IN ('arraycontains'::regproc, 'arrayoverlap'::regproc) "
                            + "AND NOT proleakproof")) {
                statement.execute("ALTER FUNCTION pg_catalog.arraycontains(anyarray, anyarray) LEAKPROOF");
                statement.execute("ALTER FUNCTION pg_catalog.arrayoverlap(anyarray, anyarray) LEAKPROOF");
            }
        } catch (SQLException e) {
            throw new PostgresException(
                    "The database " + database + " cannot be prepared.\nLook into the server's log.", e);
        }
    }

    private static void createRole(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement
                    .execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '"
                            + password + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }
}

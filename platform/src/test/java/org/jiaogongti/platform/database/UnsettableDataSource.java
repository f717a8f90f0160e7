package org.jiaogongti.platform.database;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Gives connections that refuse every statement, and counts those not given back. */
final class UnsettableDataSource extends AbstractDataSource {

    private final AtomicInteger open;

    UnsettableDataSource(AtomicInteger open) {
        this.open = open;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a proxy equals itself only
    public Connection getConnection() {
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "prepareStatement" -> throw new SQLException("refused");
                    case "getAutoCommit" -> true;
                    case "isReadOnly", "isClosed" -> false;
                    case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
                    case "close" -> open.decrementAndGet();
                    case "hashCode" -> 1;
                    case "equals" -> arguments[0] == proxy;
                    default -> null;
                });
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }
}

package org.jiaogongti.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * The one place that tells the database whose rows a transaction may see. The setting ends with the transaction, so a
 * pooled connection carries nothing over. A subclass, because a listener that fails after the begin would leave the
 * connection bound to the thread.
 */
final class DistrictTransactionManager extends JdbcTransactionManager {

    private static final String SET_DISTRICT = "SELECT set_config('jgt.district', ?, true)";

    DistrictTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Optional<District> district = Scope.current();
        if (district.isEmpty()) {
            return;
        }
        try {
            setDistrict(district.get());
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the district " + district.get().code() + " was not set", e);
        }
    }

    private void setDistrict(District district) throws SQLException {
        @Nullable
        DataSource dataSource = getDataSource();
        if (dataSource == null) {
            throw new SQLException("no data source");
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(SET_DISTRICT)) {
            statement.setString(1, district.code());
            statement.execute();
        }
    }
}

package org.jiaogongti.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The application's pool and its transactions. */
@Configuration(proxyBeanMethods = false)
class DataSourceConfiguration {

    /** Who starts the application hands in the database, or names one that is up. */
    @Bean
    HikariDataSource dataSource(ObjectProvider<ComingDatabase> coming, @Value("${jgt.database.url:}") String url,
            @Value("${jgt.database.app-password:}") String password,
            @Value("${jgt.database.pool-size:16}") int poolSize) {
        HikariDataSource pool = new AwaitedPool(
                coming.getIfAvailable(() -> () -> new DatabaseAddress(url, "", password)));
        pool.setPoolName("jgt");
        pool.setUsername(DatabaseAddress.APP);
        pool.setMaximumPoolSize(poolSize);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "jiaogongti");
        // A statement that runs for half a minute, or a transaction left open, is a fault that must not hold others.
        pool.addDataSourceProperty("options",
                "-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DistrictTransactionManager(dataSource);
    }
}

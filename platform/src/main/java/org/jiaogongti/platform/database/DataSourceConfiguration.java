package org.jiaogongti.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The application's pool and its transactions. */
@Configuration(proxyBeanMethods = false)
class DataSourceConfiguration {

    @Bean
    HikariDataSource dataSource(@Value("${jgt.database.url}") String url,
            @Value("${jgt.database.app-password}") String password,
            @Value("${jgt.database.pool-size:16}") int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("jgt");
        config.setJdbcUrl(url);
        config.setUsername(DatabaseAddress.APP);
        config.setPassword(password);
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "jiaogongti");
        // A statement that runs for half a minute, or a transaction left open, is a fault that must not hold others.
        config.addDataSourceProperty("options",
                "-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DistrictTransactionManager(dataSource);
    }
}

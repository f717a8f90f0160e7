package org.jiaogongti.platform.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.journal.Author;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.postgres.Durability;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A process that saves without end, and says of every line when it has been acknowledged. It is there to be killed. */
final class DrillWriter {

    static final District DISTRICT = new District("330213");

    private DrillWriter() {}

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({DataSourceConfiguration.class, BusinessClock.class})
    @ImportAutoConfiguration({JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
    @ComponentScan("org.jiaogongti.platform.journal")
    static class Wiring {}

    /** Arguments: the cluster's folder and the cache. */
    public static void main(String[] arguments) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]),
                Durability.FULL, line -> {});
        DatabaseAddress address = EmbeddedDatabase.prepare(postgres);
        Migrations.migrate(address);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("drill", Map.of(
                    "jgt.database.url", address.url(), "jgt.database.app-password", address.appPassword())));
            context.register(Wiring.class);
            context.refresh();
            Journal journal = context.getBean(Journal.class);
            TransactionTemplate transaction = new TransactionTemplate(
                    context.getBean(PlatformTransactionManager.class));
            Author author = () -> new UUID(0, 1);
            while (true) {
                long line = Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(
                        status -> journal.write(author, "OccasionRecorded", "occasion", UUID.randomUUID(), Map.of()))));
                System.out.println("saved " + line);
            }
        }
    }
}

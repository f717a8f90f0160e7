package org.jiaogongti.platform.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test's application its database, and keeps count of applications: each costs seconds and a database. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int MOST_CONTEXTS = 2;
    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int number = CONTEXTS.incrementAndGet();
        if (number > MOST_CONTEXTS) {
            throw new IllegalStateException("this test wants Spring context number " + number + " of at most "
                    + MOST_CONTEXTS
                    + "\nUse @PlatformTest or @EmptyPlatformTest as they are, without own beans or settings.");
        }
        boolean demo = context.getEnvironment().getProperty("jgt.mode", "").equals("DEMO");
        DatabaseAddress address = demo ? TestCluster.shared().sample() : TestCluster.shared().empty();
        Map<String, Object> settings = settings(address, demo, TestCluster.files(address));
        if (!demo) {
            settings.putAll(Provider.shared().settings("330213"));
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", settings));
    }

    public static Map<String, Object> settings(DatabaseAddress address, boolean demo, Path files) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("jgt.mode", demo ? "DEMO" : "SERVE");
        settings.put("jgt.data", files.toString());
        settings.put("jgt.seal.key-file", TestCluster.sealingKey().toString());
        settings.put("jgt.heads.key-file", TestCluster.sealingKey().resolveSibling("signing.key").toString());
        settings.put("jgt.heads.folder", files.resolve("journal-heads").toString());
        settings.put("jgt.database.url", address.url());
        settings.put("jgt.database.app-password", address.appPassword());
        settings.put("jgt.database.pool-size", 8);
        // Jobs are called by their tests; nothing happens by itself while others count or look.
        settings.put("jgt.jobs.on", false);
        settings.put("jgt.business-date", demo ? "2024-11-20" : "");
        return settings;
    }
}

package org.jiaogongti.platform.start;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.ServerCheck;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** One start from the command line to the line that says ready; returns when the application has been stopped. */
final class Startup {

    /** Spring's switch for a training run halts the JVM and would leave the database behind: it is obeyed here. */
    private static final String TRAINING = "spring.context.exit";

    private final Class<?> application;
    private final StartPlan plan;
    private final Console console;
    private volatile boolean handedOver;

    Startup(Class<?> application, StartPlan plan, Console console) {
        this.application = application;
        this.plan = plan;
        this.console = console;
    }

    int run() {
        boolean training = System.clearProperty(TRAINING) != null;
        try (FolderLock lock = FolderLock.acquire(plan.folder())) {
            checkPort();
            DemoData demo = new DemoData(plan, stamp());
            demo.clearIfStale();
            DatabaseOpening database = open(demo);
            Optional<Lan> lan = plan.lan() ? Optional.of(Lan.prepare(plan.folder())) : Optional.empty();
            ConfigurableApplicationContext context = spring(database, demo.mustLoad(), lan);
            demo.loaded();
            int port = port(context);
            String address = lan.map(open -> open.address(port)).orElse("http://localhost:" + port);
            lock.tell(address);
            if (lan.isPresent()) {
                lan.get().tell(console, port);
            }
            ready(address, context.getBean(BusinessClock.class));
            if (training) {
                context.close();
                return 0;
            }
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            throw new StartRefused("数据目录 " + plan.folder() + " 无法读写：" + e.getMessage()
                    + "\nThe data folder cannot be read or written; choose another one in JGT_DATA.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private String stamp() {
        return plan.demo() ? BuildStamp.of(Startup.class, Fact.class) : "";
    }

    private void checkPort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            InetAddress everywhere = InetAddress.ofLiteral("0.0.0.0");
            socket.bind(new InetSocketAddress(plan.lan() ? everywhere : InetAddress.getLoopbackAddress(), plan.port()));
        } catch (BindException e) {
            throw portInUse();
        }
    }

    private StartRefused portInUse() {
        int other = plan.port() == 65_535 ? 8080 : plan.port() + 1;
        return new StartRefused("端口 " + plan.port() + " 已被占用，请换一个：./jgt " + console.command() + " --port " + other
                + "\nPort " + plan.port() + " is in use; choose another one.");
    }

    /** The database comes up beside the application, which asks for it once its own parts are together. */
    private DatabaseOpening open(DemoData demo) {
        Optional<OpenDatabase> external = plan.demo() ? Optional.empty() : OpenDatabase.external(System.getenv());
        return DatabaseOpening.begin(() -> {
            DatabaseAddress address = external.map(OpenDatabase::address).orElseGet(() -> embedded(demo));
            ServerCheck.pass(address);
            return address;
        });
    }

    private DatabaseAddress embedded(DemoData demo) {
        EmbeddedPostgres postgres = OpenDatabase.embedded(plan.folder(), plan.cache(), console::step);
        try {
            // Runs after every Spring context has been closed, so pages and pool are gone before the database stops.
            SpringApplication.getShutdownHandlers().add(postgres::close);
            // Spring obeys Ctrl-C only once it runs; until then, or where it never comes to that, this does.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (!handedOver) {
                    postgres.close();
                }
            }, "stop-postgres"));
        } catch (IllegalStateException e) {
            // Somebody stopped the start meanwhile, and nobody would stop the database any more.
            postgres.close();
            throw e;
        }
        demo.dropIfStale(postgres);
        return OpenDatabase.of(postgres).address();
    }

    private ConfigurableApplicationContext spring(DatabaseOpening database, boolean loadSample, Optional<Lan> lan)
            throws IOException {
        Path data = Files.createDirectories(plan.folder().resolve("files"));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("jgt.mode", plan.mode().name());
        settings.put("jgt.data", data.toString());
        settings.putAll(SealingKey.of(plan.folder(), plan.demo() ? Map.of() : System.getenv()).settings());
        settings.putAll(HeadPlaces.of(plan.folder(), plan.demo() ? Map.of() : System.getenv()).settings());
        settings.put("jgt.sample.load", loadSample);
        plan.date().ifPresent(date -> settings.put("jgt.business-date", date.toString()));
        settings.put("server.port", plan.port());
        Optional<String> known = plan.demo() ? Optional.empty() : PublicAddress.of(System.getenv());
        known.ifPresent(address -> settings.put("jgt.public-address", address));
        settings.put("jgt.address", known.or(() -> lan.map(open -> open.address(plan.port())))
                .orElse("http://localhost:" + plan.port()));
        lan.ifPresent(open -> settings.putAll(open.settings()));
        settings.put("logging.file.name", plan.folder().resolve("jiaogongti.log").toString());
        SpringApplication spring = new SpringApplication(application);
        // Here the log file is open already, and no bean has asked for a table yet.
        spring.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("comingDatabase", database);
            database.migrate();
        });
        spring.addListeners((ApplicationListener<ApplicationPreparedEvent>) prepared -> handedOver = true);
        try {
            ConfigurableApplicationContext context = spring
                    .run(settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                            .toArray(String[]::new));
            database.ready();
            return context;
        } catch (PortInUseException e) {
            database.settle();
            // Somebody took it since it was looked at.
            throw portInUse();
        } catch (RuntimeException e) {
            database.settle();
            throw e;
        }
    }

    private int port(ConfigurableApplicationContext context) {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : plan.port();
    }

    /** In a demo the date may have been moved on since it was first started. */
    private void ready(String address, BusinessClock clock) {
        plan.date().ifPresent(_ -> console.line(
                "示例数据 · 业务日期 " + clock.today() + " · sample world, business date " + clock.today()));
        console.line("就绪 · ready (" + console.seconds() + " s): " + address);
        console.line("按 Ctrl-C 停止 · Ctrl-C stops it. 日志 · log: " + plan.folder().resolve("jiaogongti.log"));
    }
}

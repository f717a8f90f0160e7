package org.jiaogongti.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running PostgreSQL of our own in a folder of our own: listens on a free port of 127.0.0.1 only, every role has a
 * random password, checksums are on. A server left behind by a killed application is taken over.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final Binaries binaries;
    private final Account account;
    private final Secrets secrets;
    private final Durability durability;
    private int port;
    private boolean adopted;

    private EmbeddedPostgres(Path folder, Binaries binaries, Durability durability) {
        this.folder = folder.toAbsolutePath();
        this.binaries = binaries;
        this.account = Account.choose();
        this.secrets = Secrets.load(this.folder.resolve("passwords"));
        this.durability = durability;
    }

    /**
     * Starts or adopts the cluster in {@code folder}, which is made when it is not there.
     *
     * @param says told in a few words what takes time
     */
    public static EmbeddedPostgres start(Path folder, Path cache, Durability durability, Consumer<String> says) {
        try {
            Files.createDirectories(folder);
            // Nobody has to pass through the folder; what must stay private in it is 0600 by itself.
            String mode = Account.choose() == Account.NOBODY ? "rwx--x--x" : "rwx------";
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new PostgresException("The folder " + folder + " cannot be made.\nChoose another one in JGT_DATA.",
                    e);
        }
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, Binaries.unpacked(cache, says), durability);
        postgres.initialise(says);
        postgres.run(says);
        return postgres;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** Process number of the server. */
    public long pid() {
        return PostmasterFile.read(data()).map(PostmasterFile::pid).orElse(-1L);
    }

    /** Whether the server was already running, left behind by an application that was killed. */
    public boolean adopted() {
        return adopted;
    }

    public String ownerPassword() {
        return secrets.owner();
    }

    public String appPassword() {
        return secrets.app();
    }

    public Connection superuser(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", secrets.superuser());
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url(database), login);
    }

    /** Stops the server and waits until everything is on the disk. */
    @Override
    public void close() {
        if (PostmasterFile.read(data()).filter(PostmasterFile::alive).isEmpty()) {
            return;
        }
        try {
            pgCtl(30, "stop", "-m", "fast", "-w", "-t", "25");
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL in " + folder + " could not be stopped.\n"
                    + "It is taken over by the next start.", e);
        }
    }

    private Path data() {
        return folder.resolve("cluster");
    }

    private void initialise(Consumer<String> says) {
        // initdb is killed half way now and then (a closed laptop): only the marker says that it came to its end.
        Path marker = folder.resolve("cluster.ready");
        if (Files.exists(marker)) {
            return;
        }
        says.accept("建立数据库 · creating the database");
        try {
            Binaries.deleteTree(data());
            Files.createDirectories(data());
            Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx------"));
            Path password = folder.resolve("initdb.password");
            Secrets.writePrivate(password, secrets.superuser() + "\n");
            account.own(data());
            account.own(password);
            initdb(password);
            Files.delete(password);
            writeSettings();
            Files.writeString(marker, "");
        } catch (IOException e) {
            throw new PostgresException("The database cannot be created in " + folder + ".\n"
                    + "Check that the disk has 200 MB free and look into " + folder.resolve("initdb.log") + ".", e);
        }
    }

    private void initdb(Path password) throws IOException {
        List<String> command = command("initdb", "-D", data().toString(), "-U", SUPERUSER, "--pwfile",
                password.toString(), "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=icu",
                "--icu-locale=zh-Hans-CN", "--lc-collate=C", "--lc-ctype=C.UTF-8", "--data-checksums");
        if (durability == Durability.NONE) {
            command.add("--no-sync");
        }
        Path log = folder.resolve("initdb.log");
        execute(command, log, 120);
    }

    private void writeSettings() throws IOException {
        Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(data().resolve("postgresql.conf"), "\ninclude = 'jgt.conf'\n",
                java.nio.file.StandardOpenOption.APPEND);
    }

    private void writePort() throws IOException {
        String safe = durability == Durability.FULL ? "on" : "off";
        Files.writeString(data().resolve("jgt.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 60
                shared_buffers = 128MB
                jit = off
                timezone = 'Asia/Shanghai'
                log_timezone = 'Asia/Shanghai'
                log_line_prefix = '%%m [%%p] '
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                """.formatted(port, safe, safe, safe));
    }

    private void run(Consumer<String> says) {
        if (adopt(says)) {
            return;
        }
        PostgresException last = new PostgresException("PostgreSQL was not started");
        for (int attempt = 0; attempt < 6; attempt++) {
            try {
                port = freePort();
                writePort();
                account.own(data());
                pgCtl(70, "start", "-w", "-t", "60", "-l", data().resolve("server.log").toString());
                connectable(Optional.empty());
                return;
            } catch (IOException e) {
                // The free port may have been taken in between, or processes of a killed server are still ending.
                pause(500);
                last = new PostgresException("PostgreSQL does not start in " + folder + ".\nLook into "
                        + data().resolve("server.log") + ".", e);
            }
        }
        throw last;
    }

    /** Takes over a server that a killed application left running; whatever cannot be taken over is stopped. */
    private boolean adopt(Consumer<String> says) {
        Optional<PostmasterFile> left = PostmasterFile.read(data()).filter(PostmasterFile::alive);
        for (int waits = 0; waits < 100 && left.isPresent() && !left.get().ready(); waits++) {
            pause(100);
            left = PostmasterFile.read(data()).filter(PostmasterFile::alive);
        }
        if (left.isEmpty()) {
            return false;
        }
        port = left.get().port();
        try {
            connectable(left);
            adopted = true;
            says.accept("接管仍在运行的数据库 · taking over the database that is still running");
            return true;
        } catch (IOException e) {
            try {
                pgCtl(30, "stop", "-m", "fast", "-w", "-t", "25");
                return false;
            } catch (IOException stuck) {
                stuck.addSuppressed(e);
                throw new PostgresException("A PostgreSQL of an earlier start (process " + left.get().pid()
                        + ") holds " + folder + " and does not answer.\nEnd that process and start again.", stuck);
            }
        }
    }

    private void connectable(Optional<PostmasterFile> server) throws IOException {
        try (Connection connection = superuser("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('data_directory')")) {
            row.next();
            if (server.isPresent() && !Path.of(row.getString(1)).toRealPath().equals(data().toRealPath())) {
                throw new IOException("another server answers on port " + port);
            }
        } catch (SQLException e) {
            throw new IOException("no answer on port " + port, e);
        }
    }

    private void pgCtl(int seconds, String... arguments) throws IOException {
        List<String> command = command("pg_ctl", "-s", "-D", data().toString());
        command.addAll(List.of(arguments));
        execute(command, folder.resolve("pg_ctl.log"), seconds);
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void execute(List<String> command, Path log, int seconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        // The server must not depend on the caller's language or on its connection settings.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("LANG", "C.UTF-8");
        Process process = builder.start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end within " + seconds + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command, e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ": "
                    + Files.readString(log, StandardCharsets.UTF_8).strip());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while waiting for PostgreSQL", e);
        }
    }
}

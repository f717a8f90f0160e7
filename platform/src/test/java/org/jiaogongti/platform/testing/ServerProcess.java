package org.jiaogongti.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaogongti.platform.Platform;

/** The application as {@code ./jgt demo} and {@code ./jgt serve} start it: a process of its own over a data folder. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("就绪 · ready \\([0-9.]+ s\\): (\\S+)\n");
    private static final int LONGEST_START_SECONDS = 240;

    private final Process process;
    private final Path said;
    private final Path data;

    private ServerProcess(Process process, Path said, Path data) {
        this.process = process;
        this.said = said;
        this.data = data;
    }

    /** Somebody who is not root and may read only what everybody may. */
    private static final List<String> NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
            "--");

    /** Whether this run may start a process as somebody else. */
    public static boolean canBeNobody() {
        try {
            List<String> command = new ArrayList<>(NOBODY);
            command.add("true");
            return "root".equals(System.getProperty("user.name"))
                    && new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts as nobody with everything, class path and unpacked programs too, below a folder of nobody's. */
    public static ServerProcess startAsNobody(Path folder, String... arguments) throws IOException {
        String classPath = ReadableClassPath.copiedTo(folder.resolve("lib"));
        Path data = Files.createDirectories(folder.resolve("data"));
        for (Path own : List.of(folder, data)) {
            Files.setAttribute(own, "unix:uid", 65_534);
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return start(data, Map.of("JGT_CACHE", data.resolve("cache").toString(), "HOME", data.toString()), NOBODY,
                classPath, arguments);
    }

    public static ServerProcess start(Path data, Map<String, String> environment, String... arguments) {
        return start(data, environment, List.of(), System.getProperty("java.class.path"), arguments);
    }

    private static ServerProcess start(Path data, Map<String, String> environment, List<String> prefix,
            String classPath, String... arguments) {
        try {
            Files.createDirectories(data);
            Path said = Files.createTempFile("jgt-said", ".txt");
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp",
                    classPath, Platform.class.getName()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("JGT_DATABASE"));
            builder.environment().put("JGT_DATA", data.toString());
            builder.environment().put("JGT_CACHE", TestCluster.cache().toString());
            builder.environment().putAll(environment);
            return new ServerProcess(builder.start(), said, data);
        } catch (IOException e) {
            throw new UncheckedIOException("the server's process cannot be started", e);
        }
    }

    public static ServerProcess start(Path data, String... arguments) {
        return start(data, Map.of(), arguments);
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** Waits for the line that says ready, and returns the address it names. */
    public String ready() throws InterruptedException {
        for (int tenths = 0; tenths < LONGEST_START_SECONDS * 10; tenths++) {
            Matcher ready = READY.matcher(said());
            if (ready.find()) {
                return ready.group(1);
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not ready: " + said());
    }

    /** Everything printed so far, to either stream. */
    public String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(said + " cannot be read", e);
        }
    }

    /** Waits for the end by itself and returns the exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + said());
        }
        return process.exitValue();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** kill -9: no hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What Ctrl-C ({@code INT}) or a service manager ({@code TERM}) sends; returns the exit code. */
    public int signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
        return exitCode();
    }

    /** Whether the process was born ignoring Ctrl-C, as background jobs of a shell are. */
    public boolean ignoresInterrupt() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keepLog();
    }

    /** Its log goes with its data folder; it is searched with the logs of the whole run. */
    private void keepLog() {
        try (Stream<Path> files = Files.find(data, 2, (file, _) -> file.endsWith("jiaogongti.log"))) {
            Files.createDirectories(Secrets.FOLDER);
            for (Path log : files.toList()) {
                Files.copy(log, Secrets.FOLDER.resolve("server-" + process.pid() + "-" + data.getFileName() + ".log"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + data + " cannot be kept", e);
        }
    }
}

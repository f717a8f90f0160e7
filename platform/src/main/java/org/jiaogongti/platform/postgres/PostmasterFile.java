package org.jiaogongti.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running server writes into {@code postmaster.pid}: line 1 its process, line 4 its port, line 8 its state. */
record PostmasterFile(long pid, int port, String state) {

    static Optional<PostmasterFile> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.get(0).strip());
            int port = lines.size() > 3 && !lines.get(3).isBlank() ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(new PostmasterFile(pid, port, lines.size() > 7 ? lines.get(7).strip() : ""));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PostgresException(data.resolve("postmaster.pid") + " cannot be read.\n"
                    + "Check who owns the data folder.", e);
        }
    }

    /** Whether that process lives and is a PostgreSQL server: after a restart of the machine the number may be another's. */
    boolean alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .map(process -> process.info().command().map(path -> path.endsWith("/postgres")).orElse(true))
                .orElse(false);
    }

    boolean ready() {
        return state.equals("ready");
    }
}

package org.jiaogongti.platform.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps two starts off one data folder. The operating system lets go of it when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    private static final String NOTE = "running.address";

    private final FileChannel channel;
    private final Path note;

    private FolderLock(FileChannel channel, Path note) {
        this.channel = channel;
        this.note = note;
    }

    static FolderLock acquire(Path folder) throws IOException {
        Optional<FolderLock> lock = tryAcquire(folder);
        if (lock.isEmpty()) {
            Path note = folder.resolve(NOTE);
            if (Files.notExists(note)) {
                throw new StartRefused("另一个启动正在进行，还没有完成（数据 " + folder + "）：请稍等，看它打印的地址。\n"
                        + "Another start on this data is still under way: wait for the address that it prints.");
            }
            String where = Files.readString(note).strip();
            throw new StartRefused("已经在运行：" + where + "（数据 " + folder + "）\n"
                    + "Already running on this data: " + where + ". Stop it with Ctrl-C there first.");
        }
        Files.deleteIfExists(lock.get().note);
        return lock.get();
    }

    /** Nothing when a running application holds the folder. */
    static Optional<FolderLock> tryAcquire(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        FileChannel channel = FileChannel.open(folder.resolve("running.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new FolderLock(channel, folder.resolve(NOTE)));
    }

    /** Where the application that holds the folder is reached; nothing when none has said so. */
    static Optional<String> address(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        return Files.exists(note) ? Optional.of(Files.readString(note).strip()) : Optional.empty();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    void tell(String address) throws IOException {
        try (FileChannel out = FileChannel.open(note, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(ByteBuffer.wrap(address.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

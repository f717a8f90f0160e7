package org.jiaogongti.platform.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.seal.model.Envelope;

/** Keys of this installation in a file of its own, one a line as {@code id=key}; the last one is used, the earlier ones still known. */
public final class KeyFile {

    /** What the keys of a file are for, in the words of its head and of what is said when it fails. */
    public enum Use {
        /** They wrap the data keys in the database, and nothing there is worth anything without this file. */
        SEALING("封存密钥", "sealing keys",
                """
                        # 封存密钥：打开数据库中封存的电话号码和动态码密钥。丢了就打不开；请与数据库备份分开保存。
                        # Opens what is sealed in the database. Lost, it cannot be had again; keep a copy, and not beside the backup.
                        """),
        /** They sign what is given out, so that it can be told from what somebody else wrote. */
        SIGNING("签名密钥", "signing keys", """
                # 签名密钥：给交出去的日志链尾签名。谁有它，谁就能冒签；不要复制到别处。
                # Signs the journal's heads that are given out. Whoever has it can sign in this installation's name.
                """);

        private final String chinese;
        private final String english;
        private final String words;

        Use(String chinese, String english, String words) {
            this.chinese = chinese;
            this.english = english;
            this.words = words;
        }
    }

    private static final Object WRITING = new Object();

    private final Path file;
    private final Use use;

    public KeyFile(Path file, Use use) {
        this.file = file;
        this.use = use;
    }

    Path path() {
        return file;
    }

    /** By id, in the file's order; none where there is no file. */
    public Map<String, byte[]> keys() {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        if (Files.notExists(file)) {
            return keys;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int sign = line.indexOf('=');
                    keys.put(line.substring(0, Math.max(sign, 0)).strip(),
                            Base64.getDecoder().decode(line.substring(sign + 1).strip()));
                }
            }
        } catch (IOException e) {
            throw new SealBroken(
                    use.chinese + "文件 " + file + " 无法读取：" + e.getMessage() + "\nThe file of the " + use.english
                            + " cannot be read; check who owns it.");
        } catch (IllegalArgumentException e) {
            throw new SealBroken(use.chinese + "文件 " + file + " 已损坏：每行应为 编号=密钥。\nThe file of the " + use.english
                    + " is damaged; put back its copy.");
        }
        return keys;
    }

    /** The id of the key that is used; empty where there is none yet. */
    Optional<String> current() {
        return keys().keySet().stream().reduce((earlier, later) -> later);
    }

    /** The id of the key that is used, made where there is none: of two at once only one makes it. */
    public String currentOrNew() {
        synchronized (WRITING) {
            return current().orElseGet(this::add);
        }
    }

    /** Adds a key that is used from now on and returns its id. The file is whole at every moment. */
    public String add() {
        synchronized (WRITING) {
            return append();
        }
    }

    private String append() {
        byte[] name = new byte[4];
        System.arraycopy(Envelope.newKey(), 0, name, 0, name.length);
        String id = HexFormat.of().formatHex(name);
        StringBuilder text = new StringBuilder(use.words);
        keys().forEach((known, key) -> text.append(line(known, key)));
        text.append(line(id, Envelope.newKey()));
        try {
            write(text.toString());
        } catch (IOException e) {
            throw new SealBroken(
                    use.chinese + "文件 " + file + " 无法写入：" + e.getMessage() + "\nThe file of the " + use.english
                            + " cannot be written; check who owns the folder and whether the disk is full.");
        }
        return id;
    }

    private static String line(String id, byte[] key) {
        return id + "=" + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private void write(String text) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        try (FileChannel channel = FileChannel.open(half,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

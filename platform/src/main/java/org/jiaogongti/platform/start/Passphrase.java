package org.jiaogongti.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jiaogongti.platform.seal.PassphraseKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The passphrase of an archive: from a file, or asked for at the terminal. Never an argument, which everybody's ps would show. */
final class Passphrase {

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = {"口令写在这个文件的第一行；不写则在终端询问。",
            "The passphrase is this file's first line; without it the terminal is asked."})
    private @Nullable Path file;

    boolean given() {
        return file != null;
    }

    /** For an archive that is there. */
    char[] asked() throws IOException {
        return file == null ? typed("口令 · passphrase: ") : read(DistrictCommand.meant(file));
    }

    /** For an archive that is being made: long enough, and typed twice. */
    char[] chosen() throws IOException {
        char[] chosen = asked();
        if (Character.codePointCount(chosen, 0, chosen.length) < PassphraseKey.SHORTEST) {
            throw new StartRefused("口令至少 " + PassphraseKey.SHORTEST + " 个字，比如一句话。它保护归档里的手机号和两步登录密钥。\n"
                    + "The passphrase needs at least " + PassphraseKey.SHORTEST
                    + " characters, a sentence for example: it protects phone numbers and sign-in secrets in the archive.");
        }
        if (file == null && !Arrays.equals(chosen, typed("再输一次 · once more: "))) {
            throw new StartRefused("两次输入的口令不一样，请重来。\nThe two passphrases differ; try again.");
        }
        return chosen;
    }

    private static char[] read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new StartRefused("读不到口令文件：" + file + "\nThe passphrase file cannot be read: " + file);
        }
        return Files.readString(file).lines().findFirst().orElse("").strip().toCharArray();
    }

    @SuppressWarnings("SystemConsoleNull") // its declaration still allows null
    private static char[] typed(String prompt) {
        java.io.@Nullable Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            throw new StartRefused("这里没有终端可问口令，请用 --passphrase-file 指明口令文件。\n"
                    + "There is no terminal to ask for the passphrase; name a file in --passphrase-file.");
        }
        char @Nullable [] typed = terminal.readPassword(prompt);
        if (typed == null) {
            throw new StartRefused("没有输入口令。\nNo passphrase was given.");
        }
        return typed;
    }
}

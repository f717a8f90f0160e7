package org.jiaogongti.platform.start;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jiaogongti.platform.seal.SealCipher;

/** Where the sealing keys of a data folder lie, and which cipher seals from now on. */
record SealingKey(Path file, SealCipher cipher) {

    private static final String FILE = "JGT_SEALING_KEY";
    private static final String CIPHER = "JGT_SEALING_CIPHER";

    static SealingKey of(Path folder, Map<String, String> environment) {
        String file = environment.getOrDefault(FILE, "");
        String cipher = environment.getOrDefault(CIPHER, SealCipher.AES.name());
        if (Arrays.stream(SealCipher.values()).noneMatch(known -> known.name().equals(cipher))) {
            throw new StartRefused(CIPHER + " 应为 AES 或 SM4：" + cipher + "\n" + CIPHER + " must be AES or SM4.");
        }
        return new SealingKey(file.isBlank() ? folder.resolve("sealing.key") : Path.of(file).toAbsolutePath(),
                SealCipher.valueOf(cipher));
    }

    Map<String, Object> settings() {
        return Map.of("jgt.seal.key-file", file.toString(), "jgt.seal.cipher", cipher.name());
    }
}

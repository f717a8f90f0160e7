package org.jiaogongti.platform.archive.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiaogongti.platform.seal.PassphraseKey;
import org.jiaogongti.platform.seal.SealCipher;

/**
 * The district's data keys under a passphrase. Each is bound to the manifest's sum, and so is the {@code check} that is there even
 * where nothing was ever sealed: who changes the manifest, and with it a row or a file, cannot make a {@code keys.json} that
 * fits.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Keys(Recipe argon2id, byte[] check, List<Sealed> keys) {

    private static final int CHECK = -1;

    /** How the passphrase becomes a key. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Recipe(int memoryKiB, int passes, byte[] salt) {}

    /** One data key. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sealed(int number, byte[] sealed) {}

    public static Keys seal(Map<Integer, byte[]> keys, char[] passphrase, SealCipher cipher, String district,
            String manifestSha256) {
        PassphraseKey.Recipe recipe = PassphraseKey.Recipe.fresh();
        PassphraseKey by = PassphraseKey.of(passphrase, recipe);
        List<Sealed> sealed = new TreeMap<>(keys).entrySet().stream()
                .map(key -> new Sealed(key.getKey(),
                        by.seal(cipher, place(district, key.getKey(), manifestSha256), key.getValue())))
                .toList();
        return new Keys(new Recipe(recipe.memoryKiB(), recipe.passes(), recipe.salt()),
                by.seal(cipher, place(district, CHECK, manifestSha256), new byte[0]), sealed);
    }

    /** Empty when it is another passphrase, or anything was changed. */
    public Optional<Map<Integer, byte[]>> open(char[] passphrase, String district, String manifestSha256) {
        PassphraseKey.Recipe recipe = new PassphraseKey.Recipe(argon2id.memoryKiB(), argon2id.passes(),
                argon2id.salt());
        if (!recipe.acceptable()) {
            return Optional.empty();
        }
        PassphraseKey by = PassphraseKey.of(passphrase, recipe);
        if (by.open(place(district, CHECK, manifestSha256), check).isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, byte[]> opened = new TreeMap<>();
        for (Sealed key : keys) {
            Optional<byte[]> plain = by.open(place(district, key.number(), manifestSha256), key.sealed());
            if (plain.isEmpty()) {
                return Optional.empty();
            }
            opened.put(key.number(), plain.get());
        }
        return Optional.of(opened);
    }

    private static List<String> place(String district, int number, String manifestSha256) {
        return List.of("district archive", district, Integer.toString(number), manifestSha256);
    }
}

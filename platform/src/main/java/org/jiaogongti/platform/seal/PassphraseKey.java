package org.jiaogongti.platform.seal;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jiaogongti.platform.seal.model.Envelope;

/** A key made of a passphrase by Argon2id (RFC 9106). It seals what travels, bound to whatever the caller names. */
public final class PassphraseKey {

    /** Code points: a sentence of a few words. */
    public static final int SHORTEST = 12;

    private static final int LENGTH = 32;

    private final byte[] material;

    private PassphraseKey(byte[] material) {
        this.material = material;
    }

    /**
     * How the key is made.
     *
     * @param salt 16 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Recipe(int memoryKiB, int passes, byte[] salt) {

        private static final int SALT = 16;
        private static final int LEAST_KIB = 1 << 15;
        /** What is read from a stranger's file must not be able to take a machine's memory. */
        private static final int MOST_KIB = 1 << 20;
        private static final int MOST_PASSES = 16;

        /** 64 MiB and three passes, with a salt of its own. */
        public static Recipe fresh() {
            return new Recipe(1 << 16, 3, Arrays.copyOf(Envelope.newKey(), SALT));
        }

        public boolean acceptable() {
            return memoryKiB >= LEAST_KIB && memoryKiB <= MOST_KIB && passes >= 1 && passes <= MOST_PASSES
                    && salt.length == SALT;
        }
    }

    /** The same passphrase typed on another keyboard is the same: full-width letters count as plain ones. */
    public static PassphraseKey of(char[] passphrase, Recipe recipe) {
        byte[] bytes = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFKC)
                .getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(recipe.memoryKiB())
                .withIterations(recipe.passes()).withParallelism(1).withSalt(recipe.salt()).build());
        byte[] material = new byte[LENGTH];
        argon.generateBytes(bytes, material);
        Arrays.fill(bytes, (byte) 0);
        return new PassphraseKey(material);
    }

    public byte[] seal(SealCipher cipher, List<String> bound, byte[] plain) {
        return Envelope.seal(cipher, 0, material, bound, plain);
    }

    /** Empty where it was sealed by another passphrase, for something else, or was changed. */
    public Optional<byte[]> open(List<String> bound, byte[] sealed) {
        return Envelope.open(material, bound, sealed);
    }
}

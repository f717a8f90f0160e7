package org.jiaogongti.platform.access.model;

import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: what is accepted, and Argon2id (RFC 9106) with 32 MiB and three passes. At most as many are hashed at a time as there are
 * processors, so that a storm of sign-ins leaves room for the pages.
 */
@Component
public final class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int MEMORY_KIB = 1 << 15;
    private static final int PASSES = 3;
    private static final long LONGEST_WAIT_SECONDS = 8;

    /** Beginnings of passwords that are tried first everywhere. */
    private static final Set<String> COMMON = Set.of("1234567890", "0123456789", "0987654321", "1111111111", "password",
            "passw0rd", "qwertyuiop", "qwerty1234", "q1w2e3r4t5", "1q2w3e4r5t", "abc1234567", "abcd123456",
            "a123456789",
            "aa12345678", "woaini1314", "woaini5201314", "5201314520", "admin12345", "administrator", "iloveyou",
            "123456789a", "zxcvbnm123", "asdfghjkl", "jiaoyuju", "fenghua123", "1qaz2wsx3edc", "laoshi1234");

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);
    /** Costs as much to try as any other and fits nothing; written out, so that no start spends a second on it. */
    static final String NOBODYS = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$"
            + base64(new byte[16]) + "$" + base64(new byte[32]);

    /** Why a new password is not accepted: a message key; empty when it is. */
    public Optional<String> problem(String password, String login) {
        String lower = normal(password).toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("access.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("access.password.long");
        }
        boolean guessed = COMMON.stream().anyMatch(lower::startsWith) || lower.chars().distinct().count() < 4
                || (login.length() > 2 && lower.contains(login.toLowerCase(Locale.ROOT)));
        return guessed ? Optional.of("access.password.common") : Optional.empty();
    }

    public String encode(String password) {
        try (Place place = new Place()) {
            return place.hold(() -> argon.encode(normal(password)));
        }
    }

    /** Whether the password fits; with no hash the same work is done for nothing, so that time tells nothing. */
    public boolean matches(String password, @Nullable String hash) {
        try (Place place = new Place()) {
            boolean fits = place.hold(() -> argon.matches(normal(password), hash == null ? NOBODYS : hash));
            return fits && hash != null;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** Thrown when no place came free in time. */
    public static final class Busy extends RuntimeException {

        Busy() {
            super("all places for hashing passwords are taken\nTry again in a while.", null, false, false);
        }
    }

    private final class Place implements AutoCloseable {

        private interface Work<T> {

            T run();
        }

        Place() {
            try {
                if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new Busy();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Busy();
            }
        }

        <T> T hold(Work<T> work) {
            return work.run();
        }

        @Override
        public void close() {
            places.release();
        }
    }
}

package org.jiaogongti.platform.access.model;

import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

    private static final ScopedValue<Boolean> HELD = ScopedValue.newInstance();

    private final CommonPasswords common = new CommonPasswords();
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(places(), true);
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
        boolean guessed = common.among(lower) || lower.chars().distinct().count() < 4
                || (login.length() > 2 && lower.contains(login.toLowerCase(Locale.ROOT)));
        return guessed ? Optional.of("access.password.common") : Optional.empty();
    }

    public String encode(String password) {
        return inPlace(() -> argon.encode(normal(password)));
    }

    /** Whether the password fits; with no hash the same work is done for nothing, so that time tells nothing. */
    public boolean matches(String password, @Nullable String hash) {
        return inPlace(() -> {
            boolean fits = argon.matches(normal(password), hash == null ? NOBODYS : hash);
            return fits && hash != null;
        });
    }

    /**
     * Work in which passwords are hashed, once one of the few places is free. Whoever needs the database as well asks for the place
     * first: who waits with a connection in hand takes it from the pages.
     */
    public <T> T inPlace(Supplier<T> work) {
        if (HELD.isBound()) {
            return work.get();
        }
        take();
        try {
            return ScopedValue.where(HELD, true).call(work::get);
        } finally {
            places.release();
        }
    }

    private void take() {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    /** How many are hashed at a time. */
    public static int places() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    /** How many wait for a place, about. */
    public int waiting() {
        return places.getQueueLength();
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
}

package org.jiaogongti.platform.attendance;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jiaogongti.platform.access.Pace;
import org.jiaogongti.platform.access.RateLimits;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses six digits. Only wrong ones count, since a hall full of people has one address: those of one
 * address, and those of everybody together, because addresses are cheap (docs/decisions/0034).
 */
@Component
public class Guessing {

    private static final Pace ONE = new Pace(20, 4);
    private static final Pace ALL = new Pace(120, 20);
    private static final UUID EVERYBODY = key("everybody");

    private final RateLimits limits;

    Guessing(RateLimits limits) {
        this.limits = limits;
    }

    public boolean allowed(String address) {
        return limits.look(key(address), ONE).passes() && limits.look(EVERYBODY, ALL).passes();
    }

    public void wrong(String address) {
        limits.take(key(address), ONE);
        limits.take(EVERYBODY, ALL);
    }

    private static UUID key(String address) {
        return UUID.nameUUIDFromBytes(("attendance digits " + address).getBytes(StandardCharsets.UTF_8));
    }
}

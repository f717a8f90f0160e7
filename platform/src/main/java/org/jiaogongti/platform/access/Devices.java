package org.jiaogongti.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.store.DeviceStore;
import org.jiaogongti.platform.access.store.DeviceStore.DeviceRow;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Devices of school people that stay signed in for thirty days. */
@Service
public class Devices {

    /** From the sign-in on, however often it is used. */
    public static final Duration LIFE = Duration.ofDays(30);

    private final DeviceStore store;
    private final Journal journal;
    private final Ids ids;
    private final BusinessClock clock;

    Devices(DeviceStore store, Journal journal, Ids ids, BusinessClock clock) {
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a device calls itself; enough to tell one's own apart, and nothing to recognise a person by. */
    public enum Kind {
        IPHONE, ANDROID, HARMONY, WINDOWS, MAC, OTHER;

        /** From the browser's own description. */
        public static Kind of(String userAgent) {
            String agent = userAgent.toLowerCase(Locale.ROOT);
            if (agent.contains("harmony")) {
                return HARMONY;
            }
            if (agent.contains("iphone") || agent.contains("ipad")) {
                return IPHONE;
            }
            if (agent.contains("android")) {
                return ANDROID;
            }
            return agent.contains("windows") ? WINDOWS : agent.contains("mac os") ? MAC : OTHER;
        }

        /** The message key of its name. */
        public String key() {
            return "access.device." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A device that stays signed in, by the days in the bureau's zone. */
    public record Device(UUID id, Kind kind, LocalDate since, LocalDate until) {}

    @Transactional(readOnly = true)
    public List<Device> of(Actor actor) {
        return store.of(actor.accountId(), clock.now()).stream().map(row -> new Device(row.id(),
                Kind.valueOf(row.kind()), day(row.rememberedAt()), day(row.expiresAt()))).toList();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }

    /** Ends a device's sign-in, at its next request; false when it is not the actor's. */
    @Transactional
    public boolean end(Actor actor, UUID device) {
        if (!store.revoke(actor.accountId(), device, clock.now())) {
            return false;
        }
        journal.write(actor, "DeviceEnded", "device", device, Map.of());
        return true;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    UUID remember(UUID account, Kind kind) {
        UUID id = ids.next();
        Instant now = clock.now();
        store.insert(Scope.required(), account, new DeviceRow(id, kind.name(), now, now.plus(LIFE)));
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(UUID account, UUID device) {
        store.revoke(account, device, clock.now());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forgetAll(UUID account) {
        store.revokeAll(account, clock.now());
    }
}

package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the savers know: which forms they sent, and which of them were answered. */
final class DrillLedger {

    private final Set<UUID> sent = ConcurrentHashMap.newKeySet();
    /** Occasion by the token of its form. */
    private final Map<UUID, UUID> acknowledged = new ConcurrentHashMap<>();
    private final Set<UUID> withPhoto = ConcurrentHashMap.newKeySet();

    void sending(UUID token) {
        sent.add(token);
    }

    void acknowledged(UUID token, UUID occasion, boolean photo) {
        acknowledged.put(token, occasion);
        if (photo) {
            withPhoto.add(occasion);
        }
    }

    Set<UUID> sent() {
        return sent;
    }

    Map<UUID, UUID> acknowledged() {
        return acknowledged;
    }

    Set<UUID> withPhoto() {
        return withPhoto;
    }

    /** A page for some of what was saved, the latest among them; all are looked up in the database. */
    void assertShown(DrillSavers.Reader reader, String what) {
        List<UUID> some = new ArrayList<>(acknowledged.values());
        for (UUID occasion : some.subList(Math.max(0, some.size() - 3), some.size())) {
            assertThat(reader.status("/activities/" + occasion)).as(what).isEqualTo(200);
        }
    }
}

package org.jiaogongti.platform.api;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.api.model.Signature;
import org.jiaogongti.platform.api.store.WebhookStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.outbound.OutsideCalls;
import org.jiaogongti.platform.seal.SealedColumn;
import org.jiaogongti.platform.seal.Seals;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Other systems of the district that are told of what happened. A message says what kind of thing, which and when, and
 * nothing of what is in it: who wants more asks the interface with a token, and sees what its rights allow.
 */
@Service
public class Webhooks {

    static final SealedColumn SECRET = new SealedColumn("api.webhook", "secret");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 10;
    private static final int SECRET_BYTES = 32;
    private static final int NAME = 40;
    private static final int URL = 400;
    private static final int SHOWN = 10;
    private static final int AT_ONCE = 50;
    private static final Duration KEPT = Duration.ofDays(30);

    private final WebhookStore store;
    private final OutsideCalls outside;
    private final Journal journal;
    private final Seals seals;
    private final Ids ids;
    private final BusinessClock clock;
    private final SecureRandom chance = new SecureRandom();

    Webhooks(WebhookStore store, OutsideCalls outside, Journal journal, Seals seals, Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.outside = outside;
        this.journal = journal;
        this.seals = seals;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of naming a receiver. */
    public sealed interface Made {

        /** The secret, seen only here. */
        record Shown(UUID id, String secret) implements Made {}

        /** A no, as a message key. */
        record Refused(String key) implements Made {}
    }

    /** A message and the secret to sign it with, as its receiver was told. */
    public record Sealed(Delivery delivery, String url, String secret) {}

    @Transactional(readOnly = true)
    public List<Webhook> all() {
        return store.all();
    }

    /** The newest messages of each receiver, newest first. */
    @Transactional(readOnly = true)
    public List<Delivery> latest() {
        return store.latest(SHOWN);
    }

    /** Tells a system from now on; what happened before stays untold. */
    @Transactional
    public Made make(Actor actor, String name, String url, Set<Topic> topics) {
        if (!actor.has(Role.BUREAU_ADMIN)) {
            return new Made.Refused("api.webhook.refused.role");
        }
        if (name.isBlank() || name.length() > NAME || topics.isEmpty()) {
            return new Made.Refused("api.webhook.refused.missing");
        }
        if (url.length() > URL || outside.address(url).isEmpty()) {
            return new Made.Refused("api.webhook.refused.url");
        }
        if (store.all().stream().filter(each -> each.ended() == null).count() >= MOST) {
            return new Made.Refused("api.webhook.refused.many");
        }
        byte[] random = new byte[SECRET_BYTES];
        chance.nextBytes(random);
        String secret = Signature.told(random);
        Webhook made = new Webhook(ids.next(), name, url, topics, clock.now(), journal.last(), null, false);
        store.insert(made, seals.seal(SECRET, made.id(), secret), actor.accountId());
        journal.write(actor, "WebhookMade", "webhook", made.id(), Map.of("name", name, "url", url, "topics",
                topics.stream().map(Topic::name).sorted().toList()));
        return new Made.Shown(made.id(), secret);
    }

    /** False where there is none, or it has ended. */
    @Transactional
    public boolean end(Actor actor, UUID id) {
        if (!actor.has(Role.BUREAU_ADMIN) || !store.end(id, clock.now(), false)) {
            return false;
        }
        journal.write(actor, "WebhookEnded", "webhook", id, Map.of());
        return true;
    }

    /** Sends a message that was given up once more; false where there is none such. */
    @Transactional
    public boolean again(Actor actor, UUID delivery) {
        if (!actor.has(Role.BUREAU_ADMIN) || !store.again(delivery, clock.now())) {
            return false;
        }
        journal.write(actor, "DeliveryTriedAgain", "webhook", store.webhookOf(delivery).orElse(null), Map.of());
        return true;
    }

    /** Makes messages of the lines that were written since; two servers make each once. */
    @Transactional
    void gather() {
        List<Webhook> told = store.take();
        if (told.isEmpty()) {
            return;
        }
        long last = journal.last();
        for (Webhook webhook : told) {
            List<String> kinds = webhook.topics().stream().flatMap(topic -> topic.objectKinds().stream()).toList();
            if (last > webhook.seen()) {
                journal.after(webhook.seen(), last, kinds).forEach(line -> store.add(delivery(webhook, line)));
                store.seen(webhook.id(), last);
            }
        }
        store.forget(clock.now().minus(KEPT));
    }

    private Delivery delivery(Webhook webhook, Journal.Noted line) {
        UUID object = line.action().equals("OccasionsPasted") ? null : line.object();
        Map<String, Object> data = object == null
                ? Map.of("line", line.number(), "kind", line.objectKind())
                : Map.of("line", line.number(), "kind", line.objectKind(), "id", object.toString());
        String body = JSON.writeValueAsString(
                Map.of("type", line.action(), "timestamp", line.at().toString(), "data", data));
        return new Delivery(ids.next(), webhook.id(), line.number(), body, clock.now(), 0, clock.now(), null, null);
    }

    /** Those to be sent now; nobody else sends them until the moment given. */
    @Transactional
    List<Sealed> claim(Instant until) {
        Map<UUID, Webhook> known = new HashMap<>();
        store.all().forEach(each -> known.put(each.id(), each));
        return store.claim(clock.now(), until, AT_ONCE).stream()
                .map(each -> new Sealed(each, Objects.requireNonNull(known.get(each.webhook())).url(),
                        seals.openText(SECRET, each.webhook(), store.secret(each.webhook()))))
                .toList();
    }

    /** What came of one. */
    @Transactional
    void sent(Delivery delivery, Sent outcome) {
        store.sent(delivery.id(), outcome.status(), outcome.arrived() ? clock.now() : null, outcome.next());
        if (outcome.gone() && store.end(delivery.webhook(), clock.now(), true)) {
            journal.write(Actor.system(), "WebhookGone", "webhook", delivery.webhook(), Map.of());
        }
    }
}

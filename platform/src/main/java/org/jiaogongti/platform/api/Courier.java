package org.jiaogongti.platform.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiaogongti.platform.api.Webhooks.Sealed;
import org.jiaogongti.platform.api.model.Patience;
import org.jiaogongti.platform.api.model.Receivers;
import org.jiaogongti.platform.api.model.Signature;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Carries messages to other systems, outside of every transaction. Redirects are not followed, answers are not read. */
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final Webhooks webhooks;
    private final WebhookSettings settings;
    private final BusinessClock clock;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    Courier(Webhooks webhooks, WebhookSettings settings, BusinessClock clock) {
        this.webhooks = webhooks;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    static Job tellOthers(Courier courier) {
        return Job.every("tell-others", Duration.ofSeconds(10), (_, _) -> Report.of(courier.round()));
    }

    /** Those that are due in the current district, and how many they were. */
    int round() {
        webhooks.gather();
        List<Sealed> due = webhooks.claim(clock.now().plus(LEASE));
        due.forEach(this::carry);
        return due.size();
    }

    private void carry(Sealed message) {
        Instant now = clock.now();
        Integer status = post(message, now);
        boolean over = status != null && (status / 100 == 2 || status == 410);
        webhooks.sent(message.delivery(), new Sent(status,
                over ? null : Patience.next(message.delivery().tries() + 1, now).orElse(null)));
    }

    private @Nullable Integer post(Sealed message, Instant now) {
        URI uri = Receivers.address(message.url(), settings.hosts()).orElse(null);
        if (uri == null || !Receivers.callable(uri, settings.hosts())) {
            LOG.warn("Webhook {}: its address is not one this server may call", message.delivery().webhook());
            return null;
        }
        String id = message.delivery().id().toString();
        String body = message.delivery().body();
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).header("Content-Type", "application/json")
                .header("User-Agent", "jiaogongti").header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(message.secret(), id, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException noAnswer) {
            LOG.info("Webhook {}: no answer, {}", message.delivery().webhook(), noAnswer.toString());
            return null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}

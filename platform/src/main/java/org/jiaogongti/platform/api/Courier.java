package org.jiaogongti.platform.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.api.Webhooks.Sealed;
import org.jiaogongti.platform.api.model.Patience;
import org.jiaogongti.platform.api.model.Signature;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.outbound.OutsideCalls;
import org.jiaogongti.platform.outbound.OutsideCalls.Answer;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Carries messages to other systems, outside of every transaction; of their answers only the number matters. */
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final Webhooks webhooks;
    private final OutsideCalls outside;
    private final BusinessClock clock;

    Courier(Webhooks webhooks, OutsideCalls outside, BusinessClock clock) {
        this.webhooks = webhooks;
        this.outside = outside;
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
        String id = message.delivery().id().toString();
        String body = message.delivery().body();
        Map<String, String> headers = Map.of("webhook-id", id, "webhook-timestamp",
                Long.toString(now.getEpochSecond()), "webhook-signature",
                Signature.of(message.secret(), id, now, body));
        return switch (outside.post(message.url(), headers, body)) {
            case Answer.Given(int status, String _) -> status;
            case Answer.Silent() -> null;
            case Answer.Forbidden() -> {
                LOG.warn("Webhook {}: its address is not one this server may call", message.delivery().webhook());
                yield null;
            }
        };
    }
}

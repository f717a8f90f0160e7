package org.jiaogongti.platform.api.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.platform.api.Delivery;
import org.jiaogongti.platform.api.Topic;
import org.jiaogongti.platform.api.Webhook;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;

/** The systems that are told, with their newest messages. */
public record WebhookView(List<Webhook> webhooks, List<Delivery> deliveries, Form form) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /**
     * The form for one more.
     *
     * @param problem message key of what went wrong; empty at first
     * @param shown the secret that was just made; empty otherwise
     */
    public record Form(String name, String url, Set<Topic> topics, String problem, String shown) {}

    public List<Delivery> of(Webhook webhook) {
        return deliveries.stream().filter(each -> each.webhook().equals(webhook.id())).toList();
    }

    public String topics(Webhook webhook, Messages m) {
        return webhook.topics().stream().sorted().map(topic -> m.t("api.webhook.topic." + topic))
                .collect(Collectors.joining(m.t("api.webhook.and")));
    }

    public String at(Instant instant) {
        return MINUTE.format(instant.atZone(BusinessClock.ZONE));
    }

    /** What came of a message so far, in words. */
    public String outcome(Delivery delivery, Messages m) {
        Integer status = delivery.status();
        Instant due = delivery.due();
        String answered = status == null ? m.t("api.webhook.silent") : m.t("api.webhook.answered", status.toString());
        if (delivery.done() != null) {
            return m.t("api.webhook.arrived", at(delivery.done()));
        }
        if (delivery.tries() == 0) {
            return m.t("api.webhook.waiting");
        }
        return due == null
                ? m.t("api.webhook.given-up", delivery.tries(), answered)
                : m.t("api.webhook.retry", delivery.tries(), answered, at(due));
    }
}

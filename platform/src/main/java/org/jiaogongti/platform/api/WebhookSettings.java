package org.jiaogongti.platform.api;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the server decides about messages to other systems.
 *
 * @param hosts names that may be told though they lie in an inner network, or without https; none at first
 */
@ConfigurationProperties("jgt.webhooks")
public record WebhookSettings(@DefaultValue Set<String> hosts) {}

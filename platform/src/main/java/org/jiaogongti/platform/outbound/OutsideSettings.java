package org.jiaogongti.platform.outbound;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the server decides about calls to other systems.
 *
 * @param hosts names that may be called though they lie in an inner network, or without https; none at first
 */
@ConfigurationProperties("jgt.webhooks")
public record OutsideSettings(@DefaultValue Set<String> hosts) {}

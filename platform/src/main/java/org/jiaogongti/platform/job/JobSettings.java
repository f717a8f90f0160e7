package org.jiaogongti.platform.job;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the server decides about jobs.
 *
 * @param on whether this server does any; of several on one database some may only answer requests
 */
@ConfigurationProperties("jgt.jobs")
public record JobSettings(@DefaultValue("true") boolean on) {}

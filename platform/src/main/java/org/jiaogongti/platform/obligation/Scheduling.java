package org.jiaogongti.platform.obligation;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets methods be called by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}

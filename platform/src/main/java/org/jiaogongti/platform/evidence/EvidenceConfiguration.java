package org.jiaogongti.platform.evidence;

import org.jiaogongti.platform.evidence.store.FileDepot;
import org.jiaogongti.platform.shell.Installation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the files lie. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceLimits.class)
class EvidenceConfiguration {

    @Bean
    FileDepot fileDepot(Installation installation) {
        return new FileDepot(installation.data().resolve("evidence"));
    }
}

package org.jiaogongti.platform.evidence;

import java.nio.file.Path;
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
        return depot(installation.data());
    }

    static FileDepot depot(Path data) {
        return new FileDepot(data.resolve("evidence"));
    }
}

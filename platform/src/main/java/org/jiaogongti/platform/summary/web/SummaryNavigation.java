package org.jiaogongti.platform.summary.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation: beside the appraisal of the year. */
@Configuration(proxyBeanMethods = false)
class SummaryNavigation {

    @Bean
    NavItem summariesItem() {
        return new NavItem(74, "summaries", "summary.nav", "/summaries", "file-text", NavItem.Place.ROW);
    }
}

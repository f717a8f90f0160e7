package org.jiaogongti.platform.appraisal.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class AppraisalNavigation {

    @Bean
    NavItem appraisalsItem() {
        return new NavItem(72, "appraisals", "appraisal.nav", "/appraisals", "clipboard-check", NavItem.Place.ROW);
    }
}

package org.jiaogongti.platform.advice.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class AdviceNavigation {

    @Bean
    NavItem recommendationsItem() {
        return new NavItem(65, "advice", "advice.nav", "/recommendations", "list-check", NavItem.Place.ROW);
    }
}

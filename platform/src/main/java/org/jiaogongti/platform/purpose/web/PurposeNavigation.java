package org.jiaogongti.platform.purpose.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class PurposeNavigation {

    @Bean
    NavItem purposesItem() {
        return new NavItem(760, "purposes", "purpose.nav", "/purposes", "key", NavItem.Place.ROW);
    }
}

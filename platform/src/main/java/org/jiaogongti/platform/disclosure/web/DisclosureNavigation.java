package org.jiaogongti.platform.disclosure.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class DisclosureNavigation {

    @Bean
    NavItem disclosureItem() {
        return new NavItem(88, "disclosure", "disclosure.nav", "/disclosure", "file-text", NavItem.Place.ROW);
    }
}

package org.jiaogongti.platform.access.web;

import org.jiaogongti.platform.shell.NavItem;
import org.jiaogongti.platform.shell.NavItem.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's pages in the navigation. */
@Configuration(proxyBeanMethods = false)
class AccessNavigation {

    @Bean
    NavItem accountsNav() {
        return new NavItem(900, "accounts", "shell.account.all", "/accounts", "users", Place.ROW);
    }

    @Bean
    NavItem meNav() {
        return new NavItem(990, "me", "shell.account.mine", "/me", "user", Place.TAB_ONLY);
    }
}

package org.jiaogongti.platform.register.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation: one entry, its registers are tabs. */
@Configuration(proxyBeanMethods = false)
class RegisterNavigation {

    @Bean
    NavItem registersItem() {
        return new NavItem(63, "registers", "register.nav", "/registers/weak", "book", NavItem.Place.ROW);
    }
}

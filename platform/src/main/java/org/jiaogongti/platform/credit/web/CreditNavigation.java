package org.jiaogongti.platform.credit.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class CreditNavigation {

    @Bean
    NavItem creditsItem() {
        return new NavItem(70, "credits", "credit.nav", "/credits", "book", NavItem.Place.ROW);
    }
}

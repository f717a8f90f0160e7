package org.jiaogongti.platform.spending.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class SpendingNavigation {

    @Bean
    NavItem spendingItem() {
        return new NavItem(73, "spending", "spending.nav", "/spending", "file-spreadsheet", NavItem.Place.ROW);
    }
}

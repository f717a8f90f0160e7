package org.jiaogongti.platform.ledger.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class LedgerNavigation {

    @Bean
    NavItem ledgersItem() {
        return new NavItem(40, "ledgers", "ledger.nav", "/ledgers", "book", NavItem.Place.ROW);
    }
}

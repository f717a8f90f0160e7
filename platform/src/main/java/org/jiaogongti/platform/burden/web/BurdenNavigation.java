package org.jiaogongti.platform.burden.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class BurdenNavigation {

    @Bean
    NavItem burdenItem() {
        return new NavItem(770, "burden", "burden.nav", "/burden", "history", NavItem.Place.ROW);
    }
}

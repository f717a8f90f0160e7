package org.jiaogongti.platform.staff.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class StaffNavigation {

    @Bean
    NavItem peopleItem() {
        return new NavItem(60, "people", "staff.people.title", "/people", "users", NavItem.Place.ROW);
    }
}

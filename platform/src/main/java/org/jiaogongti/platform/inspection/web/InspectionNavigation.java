package org.jiaogongti.platform.inspection.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation: one entry, its lists are tabs. */
@Configuration(proxyBeanMethods = false)
class InspectionNavigation {

    @Bean
    NavItem inspectionsItem() {
        return new NavItem(66, "inspections", "inspection.nav", "/inspections", "search", NavItem.Place.ROW);
    }
}

package org.jiaogongti.platform.community.web;

import org.jiaogongti.platform.shell.NavItem;
import org.jiaogongti.platform.shell.NavItem.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's pages in the navigation. */
@Configuration(proxyBeanMethods = false)
class OrganisationNavigation {

    @Bean
    NavItem organisationItem() {
        return new NavItem(600, "organisation", "community.nav.organisation", "/organisation", "school", Place.ROW);
    }
}

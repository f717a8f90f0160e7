package org.jiaogongti.platform.school.web;

import org.jiaogongti.platform.shell.NavItem;
import org.jiaogongti.platform.shell.NavItem.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's pages in the navigation. */
@Configuration(proxyBeanMethods = false)
class SchoolNavigation {

    @Bean
    NavItem timetablesItem() {
        return new NavItem(65, "timetables", "school.timetables", "/timetables", "calendar", Place.ROW);
    }
}

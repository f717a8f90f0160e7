package org.jiaogongti.platform.activity;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class ActivityNavigation {

    @Bean
    NavItem schoolItem() {
        return new NavItem(20, "school", "activity.nav.school", "/school", "home", NavItem.Place.ROW_AND_TAB);
    }

    @Bean
    NavItem activitiesItem() {
        return new NavItem(30, "activities", "activity.nav.activities", "/activities", "clipboard-check",
                NavItem.Place.ROW_AND_TAB);
    }

    @Bean
    NavItem recordItem() {
        return new NavItem(25, "record", "activity.nav.record", "/activities/new", "plus", NavItem.Place.MAIN_TAB);
    }
}

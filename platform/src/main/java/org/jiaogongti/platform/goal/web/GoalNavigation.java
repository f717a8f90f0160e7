package org.jiaogongti.platform.goal.web;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class GoalNavigation {

    @Bean
    NavItem goalsItem() {
        return new NavItem(69, "goals", "goal.nav", "/goals", "list-check", NavItem.Place.ROW);
    }
}

package org.jiaogongti.platform.agenda.web;

import org.jiaogongti.platform.shell.NavItem;
import org.jiaogongti.platform.shell.NavItem.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's page in the navigation. */
@Configuration(proxyBeanMethods = false)
class AgendaNavigation {

    @Bean
    NavItem agendaItem() {
        return new NavItem(32, "agenda", "agenda.nav", "/agenda", "calendar", Place.ROW);
    }
}

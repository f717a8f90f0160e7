package org.jiaogongti.platform.intake.web;

import org.jiaogongti.platform.shell.NavItem;
import org.jiaogongti.platform.shell.NavItem.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's pages in the navigation. */
@Configuration(proxyBeanMethods = false)
class IntakeNavigation {

    @Bean
    NavItem tablesNav() {
        return new NavItem(880, "tables", "intake.title", "/tables", "file-spreadsheet", Place.ROW);
    }
}

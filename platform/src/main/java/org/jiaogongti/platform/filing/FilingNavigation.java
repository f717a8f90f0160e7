package org.jiaogongti.platform.filing;

import org.jiaogongti.platform.shell.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class FilingNavigation {

    @Bean
    NavItem filingsItem() {
        return new NavItem(35, "filings", "filing.nav", "/filings", "file-text", NavItem.Place.ROW_AND_SPARE_TAB);
    }
}

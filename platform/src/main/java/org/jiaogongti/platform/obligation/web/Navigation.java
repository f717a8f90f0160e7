package org.jiaogongti.platform.obligation.web;

import org.jiaogongti.platform.shell.NavItem;
import org.jiaogongti.platform.shell.NavItem.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this module in the navigation. */
@Configuration(proxyBeanMethods = false)
class Navigation {

    @Bean
    NavItem boardItem() {
        return new NavItem(10, "board", "obligation.nav.board", "/board", "list-check", Place.ROW_AND_TAB);
    }

    @Bean
    NavItem charterItem() {
        return new NavItem(700, "charter", "obligation.nav.charter", "/charter", "book", Place.ROW);
    }

    @Bean
    NavItem waiversItem() {
        return new NavItem(750, "waivers", "obligation.nav.waivers", "/waivers", "clipboard-check", Place.ROW);
    }
}

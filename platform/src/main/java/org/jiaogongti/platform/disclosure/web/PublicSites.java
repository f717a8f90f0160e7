package org.jiaogongti.platform.disclosure.web;

import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.disclosure.PublicShelf;
import org.jiaogongti.platform.shell.Absent;
import org.springframework.stereotype.Component;

/** The districts as their public pages name them. */
@Component
record PublicSites(Districts districts, PublicShelf shelf) {

    Site site(String code) {
        return districts.named().stream().filter(each -> each.district().code().equals(code)).findFirst()
                .map(each -> new Site(code, each.name(), Scope.call(each.district(), shelf::phone)))
                .orElseThrow(() -> new Absent("district", code));
    }
}

package org.jiaogongti.platform.access;

import org.jiaogongti.platform.seal.SealScope;
import org.springframework.stereotype.Component;

/** What is sealed belongs to the district in scope. */
@Component
final class DistrictOfSeals implements SealScope {

    @Override
    public String district() {
        return Scope.required().code();
    }
}

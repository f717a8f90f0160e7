package org.jiaogongti.platform.activity;

import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.store.OccasionPieces;
import org.jiaogongti.platform.search.SearchUpkeep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a search find the occasions that an earlier build wrote. */
@Component
class OccasionUpkeep implements SearchUpkeep.Table {

    private final OccasionPieces store;

    OccasionUpkeep(OccasionPieces store) {
        this.store = store;
    }

    @Override
    @Transactional
    public int complete(int most) {
        return store.complete(Scope.required().code(), most);
    }
}

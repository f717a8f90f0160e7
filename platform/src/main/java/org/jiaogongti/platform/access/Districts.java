package org.jiaogongti.platform.access;

import java.util.List;
import org.jiaogongti.platform.access.store.DistrictStore;
import org.springframework.stereotype.Service;

/** The districts of this installation; jobs go through them one by one. */
@Service
public class Districts {

    private final DistrictStore store;

    Districts(DistrictStore store) {
        this.store = store;
    }

    /** By code. */
    public List<District> all() {
        return store.all();
    }
}

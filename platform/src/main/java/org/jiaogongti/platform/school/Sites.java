package org.jiaogongti.platform.school;

import java.util.List;
import org.jiaogongti.platform.school.store.SiteStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where schools are: their campuses and teaching points, townships and former cooperation zones, with all history. */
@Service
@Transactional(readOnly = true)
public class Sites {

    private final SiteStore store;

    Sites(SiteStore store) {
        this.store = store;
    }

    public List<Campus> campuses() {
        return store.campuses();
    }

    public List<SchoolArea> areas() {
        return store.areas();
    }

    /** Sets up a district's places before its charter is adopted, all in one go. */
    @Transactional
    public void setUp(List<Campus> campuses, List<SchoolArea> areas) {
        store.putCampuses(campuses);
        store.putAreas(areas);
    }
}

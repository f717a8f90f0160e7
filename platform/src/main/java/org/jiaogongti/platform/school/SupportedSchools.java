package org.jiaogongti.platform.school;

import java.util.List;
import org.jiaogongti.platform.school.store.SupportStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dated list of schools that are listed as weak (薄弱学校). It is shown and counts for nothing. */
@Service
@Transactional(readOnly = true)
public class SupportedSchools {

    private final SupportStore store;

    SupportedSchools(SupportStore store) {
        this.store = store;
    }

    /** In the notice's order, with all history. */
    public List<SupportedSchool> all() {
        return store.all();
    }

    /** Sets up a district's list, all in one go. */
    @Transactional
    public void setUp(List<SupportedSchool> rows) {
        store.put(rows);
    }
}

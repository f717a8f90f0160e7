package org.jiaogongti.platform.school;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's schools, their staff counts and the subjects taught. */
@Service
@Transactional(readOnly = true)
public class Schools {

    private final SchoolStore store;

    Schools(SchoolStore store) {
        this.store = store;
    }

    /** In the notice's order. */
    public List<School> all() {
        return store.all();
    }

    public Optional<School> find(UUID id) {
        return store.find(id);
    }

    /** The whole history of every school's count. */
    public List<StaffCount> staffCounts() {
        return store.staffCounts();
    }

    /** Subjects in their usual order. */
    public List<String> subjects() {
        return store.subjects();
    }

    /** Sets up a district's schools before its charter is adopted, all in one go. */
    @Transactional
    public void setUp(List<School> schools, List<StaffCount> counts, List<String> subjects) {
        store.insert(schools);
        store.putStaffCounts(counts);
        store.putSubjects(subjects);
    }
}

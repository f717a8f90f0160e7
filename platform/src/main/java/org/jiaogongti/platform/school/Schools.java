package org.jiaogongti.platform.school;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's schools, their staff counts and the subjects taught. */
@Service
@Transactional(readOnly = true)
public class Schools {

    private final SchoolStore store;
    private final WorldChanges worldChanges;
    private final Journal journal;

    Schools(SchoolStore store, WorldChanges worldChanges, Journal journal) {
        this.store = store;
        this.worldChanges = worldChanges;
        this.journal = journal;
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
        store.put(schools);
        store.putStaffCounts(counts);
        store.putSubjects(subjects);
    }

    /** Enters a school's full-time teachers from a day on; "1/5" of them is what a study visit needs. */
    @Transactional
    public Change countTeachers(Actor actor, StaffCount count) {
        if (!mayOrganise(actor)) {
            return new Change.Refused("school.refused.role");
        }
        if (count.teachers() < 0) {
            return new Change.Refused("school.refused.teachers");
        }
        if (store.find(count.school()).isEmpty()) {
            return new Change.Refused("school.refused.unknown");
        }
        store.putStaffCounts(List.of(count));
        worldChanges.changed(WorldChange.ofSchool(count.school().toString(), count.from()));
        journal.write(actor, "TeachersCounted", "school", count.school(),
                Map.of("from", count.from().toString(), "teachers", count.teachers()));
        return new Change.Done();
    }

    /** Schools, communities and the calendar are the bureau administrator's. */
    public static boolean mayOrganise(Actor actor) {
        return actor.equals(Actor.system()) || actor.has(Role.BUREAU_ADMIN);
    }
}

package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.store.SupportStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dated list of schools that are listed as weak (薄弱学校). It is shown and counts for nothing. */
@Service
@Transactional(readOnly = true)
public class SupportedSchools {

    private final SupportStore store;
    private final Journal journal;

    SupportedSchools(SupportStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** In the notice's order, with all history. */
    public List<SupportedSchool> all() {
        return store.all();
    }

    /** Lists a school, or changes until when it is listed; refused where it would be listed twice on a day. */
    @Transactional
    public Change list(Actor actor, SupportedSchool row) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("school.refused.role");
        }
        LocalDate to = row.to();
        if (to != null && to.isBefore(row.from())) {
            return new Change.Refused("school.refused.last-before-first");
        }
        if (store.all().stream().anyMatch(other -> other.school().equals(row.school())
                && !other.from().equals(row.from()) && (to == null || !other.from().isAfter(to))
                && (other.to() == null || !other.to().isBefore(row.from())))) {
            return new Change.Refused("school.refused.listed-already");
        }
        store.put(List.of(row));
        Map<String, Object> payload = new HashMap<>(Map.of("from", row.from().toString()));
        if (to != null) {
            payload.put("to", to.toString());
        }
        journal.write(actor, "SchoolListedWeak", "school", row.school(), payload);
        return new Change.Done();
    }

    /** Sets up a district's list, all in one go. */
    @Transactional
    public void setUp(List<SupportedSchool> rows) {
        store.put(rows);
    }
}

package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.REGISTER_AND_INSPECTION;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code school}. */
final class SchoolPermissions {

    private SchoolPermissions() {}

    static List<Row> rows() {
        return List.of(
                // one's own week, a school's for its office, all for the bureau; ways between places for all
                only("GET", "/timetables", ScopeRule.OWN, BUSINESS),
                only("GET", "/timetables/{school}", ScopeRule.OWN_SCHOOL, REGISTER_AND_INSPECTION),
                only("GET", "/timetables/{school}/class", ScopeRule.OWN_SCHOOL, REGISTER_AND_INSPECTION),
                only("GET", "/timetables/teachers/{person}", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/journeys", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/journeys/all", ScopeRule.DISTRICT, BUSINESS),
                // the calendar is for all who have business here; only the bureau's administrator changes it
                only("GET", "/calendar", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/calendar/years/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/calendar/years/{year}/edit", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/calendar/years/preview", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/calendar/years", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("GET", "/calendar/rounds/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/calendar/rounds/{round}/edit", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/calendar/rounds/preview", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/calendar/rounds", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("POST", "/calendar/changes/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND));
    }
}

package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.ENTERING;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.open;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code attendance}. */
final class AttendancePermissions {

    private AttendancePermissions() {}

    static List<Row> rows() {
        return List.of(
                // whoever may see who came sees the roll, its host keeps it; whoever is expected takes a page along
                only("GET", "/activities/{id}/attendance", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/activities/{id}/attendance/live", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/activities/{id}/attendance/along", ScopeRule.OWN, BUSINESS),
                only("GET", "/activities/{id}/attendance/wall", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/attendance/codes", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/attendance/paper", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/attendance/sheet.{format:docx|pdf}", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/opening", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/closing", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/ticks", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/guests", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/arrivals/{arrival}/decision", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/arrivals/{arrival}/removal", ScopeRule.OWN_SCHOOL, ENTERING),
                // whoever comes has no account; a code shown in the room opens these on one phone and nothing else
                open("GET", "/attend"),
                open("POST", "/attend"),
                open("GET", "/attend/{code}"),
                open("GET", "/attend/at/{ticket}"),
                open("POST", "/attend/at/{ticket}"),
                open("POST", "/attend/at/{ticket}/undo"),
                open("POST", "/attend/forgetting"),
                open("POST", "/attend/later"));
    }
}

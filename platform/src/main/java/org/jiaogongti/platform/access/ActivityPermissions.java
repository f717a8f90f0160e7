package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.ENTERING;
import static org.jiaogongti.platform.access.Permissions.SCHOOL;
import static org.jiaogongti.platform.access.Permissions.SIGNING_UP;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.union;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_CLERK;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.INSPECTOR;
import static org.jiaogongti.platform.access.Role.PRINCIPAL;
import static org.jiaogongti.platform.access.Role.SCHOOL_CLERK;
import static org.jiaogongti.platform.access.Role.TRAINING_DEPARTMENT;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code activity}. */
final class ActivityPermissions {

    private ActivityPermissions() {}

    static List<Row> rows() {
        return List.of(
                // occasions, the list, batches; the facades narrow to own schools and communities
                only("GET", "/activities", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/activities/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, BUSINESS)
                        .asking(Proof.ANEW),
                only("GET", "/activities/{id}", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/activities/new", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/preview", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/batch", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/batch/preview", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/batch", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/edit", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/held", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/cancellation", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/withdrawal", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/join", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/separation", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/answers", ScopeRule.OWN_SCHOOL, PRINCIPAL, SCHOOL_CLERK)
                        .asking(Proof.BY_HAND),
                only("GET", "/activities/kinds", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/activities/kinds/{kind}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/activities/kinds/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/activities/kinds/preview", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/activities/kinds", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("POST", "/activities/kinds/{kind}/name", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("POST", "/activities/kinds/{kind}/retirement", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                only("POST", "/activities/kinds/fields/order", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/activities/kinds/{kind}/fields", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("GET", "/activities/disputes", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_CLERK),
                only("POST", "/activities/{id}/decisions", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_CLERK)
                        .asking(Proof.BY_HAND),
                only("POST", "/activities/{id}/reopening", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_CLERK),
                // who is expected; the facade says who prepares an occasion
                only("GET", "/activities/{id}/invitees", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/activities/{id}/invitees/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("POST", "/activities/{id}/invitees", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/invitees/group", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/invitees/{person}/removal", ScopeRule.OWN_COMMUNITY, ENTERING),
                // announcing, moving and minutes are the host's, signing up is every teacher's of the community
                only("GET", "/activities/announced", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("POST", "/activities/{id}/sign-up", ScopeRule.OWN_COMMUNITY, SIGNING_UP),
                only("POST", "/activities/{id}/sign-off", ScopeRule.OWN_COMMUNITY, SIGNING_UP),
                only("GET", "/activities/{id}/announcement", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/announcement", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/announcement/withdrawal", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("GET", "/activities/{id}/moving", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/moving", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/minutes", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/minutes", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/minutes/closing", ScopeRule.OWN_COMMUNITY, ENTERING),
                // school homes
                only("GET", "/school", ScopeRule.OWN_SCHOOL, SCHOOL),
                only("GET", "/schools/{school}", ScopeRule.OWN_SCHOOL, union(
                        union(SCHOOL, INSPECTOR, TRAINING_DEPARTMENT), BUREAU_LEADER, BUREAU_ADMIN, BUREAU_CLERK)));
    }
}

package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.KEEPING;
import static org.jiaogongti.platform.access.Permissions.MENTORING;
import static org.jiaogongti.platform.access.Permissions.REGISTER;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code staff}. */
final class StaffPermissions {

    private StaffPermissions() {}

    static List<Row> rows() {
        return List.of(
                // the register; the bureau sees everybody, a school its own staff, everybody themselves, and whoever finds somebody a card of them
                only("GET", "/people", ScopeRule.OWN_SCHOOL, REGISTER),
                only("GET", "/people/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, REGISTER).asking(Proof.ANEW),
                only("GET", "/people/counts", ScopeRule.OWN_SCHOOL, REGISTER),
                only("GET", "/people/counts/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, REGISTER),
                only("GET", "/people/mine", ScopeRule.OWN, BUSINESS),
                only("GET", "/people/{id}", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/people/young", ScopeRule.DISTRICT, REGISTER),
                only("POST", "/people/young", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("GET", "/people/new", ScopeRule.OWN_SCHOOL, KEEPING),
                only("POST", "/people", ScopeRule.OWN_SCHOOL, KEEPING),
                only("POST", "/people/{id}", ScopeRule.OWN_SCHOOL, KEEPING),
                only("POST", "/people/{id}/postings", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.ANEW),
                only("POST", "/people/{id}/postings/{posting}/end", ScopeRule.OWN_SCHOOL, KEEPING)
                        .asking(Proof.BY_HAND),
                only("POST", "/people/{id}/ranks", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                only("POST", "/people/{id}/titles", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                only("POST", "/people/{id}/subjects", ScopeRule.OWN_SCHOOL, KEEPING),
                only("POST", "/people/{id}/employments", ScopeRule.OWN_SCHOOL, KEEPING),
                // telephone numbers; the facade says whose, and the journal to whom a whole one was given
                only("POST", "/people/{id}/phone", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("POST", "/people/{id}/phone/removal", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("POST", "/people/{id}/phone/whole", ScopeRule.OWN_SCHOOL, BUSINESS).asking(Proof.BY_HAND),
                only("POST", "/people/phone-search", ScopeRule.OWN_SCHOOL, REGISTER).asking(Proof.BY_HAND),
                // mentoring pairs; the two themselves see theirs and note that they met, their schools keep them
                only("GET", "/mentoring", ScopeRule.OWN_SCHOOL, MENTORING),
                only("GET", "/mentoring/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, REGISTER).asking(Proof.ANEW),
                only("GET", "/mentoring/{id}", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/mentoring/new", ScopeRule.OWN_COMMUNITY, KEEPING),
                only("POST", "/mentoring", ScopeRule.OWN_COMMUNITY, KEEPING),
                only("POST", "/mentoring/{id}/meetings", ScopeRule.OWN, BUSINESS),
                only("POST", "/mentoring/{id}/meetings/{meeting}/withdrawal", ScopeRule.OWN, BUSINESS),
                only("POST", "/mentoring/{id}/end", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                only("POST", "/mentoring/{id}/resumption", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                only("POST", "/mentoring/{id}/withdrawal", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                // a person placed at another school, as a duty's page names it
                only("GET", "/placements/{id}", ScopeRule.DISTRICT, BUSINESS));
    }
}

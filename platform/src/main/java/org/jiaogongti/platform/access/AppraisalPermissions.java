package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.ADVISED;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_CLERK;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.INSPECTOR;
import static org.jiaogongti.platform.access.Role.PRINCIPAL;
import static org.jiaogongti.platform.access.Role.SCHOOL_CLERK;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of the permission table about the yearly appraisal, its schemes and the money. */
final class AppraisalPermissions {

    private AppraisalPermissions() {}

    static List<Row> rows() {
        return List.of(
                // ---- appraisal: the bureau sees the district, a school its own community
                only("GET", "/appraisals", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/appraisals/{year}/communities/{community}", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/appraisals/{year}/communities/{community}/{part}", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/appraisals/{year}/schools/{school}", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("POST", "/appraisals/{year}/budgets", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                // ---- appraisal: the run; the facades say at which step, and that nobody decides what they proposed
                only("POST", "/appraisals/{year}/freezing", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK)
                        .asking(Proof.BY_HAND),
                only("POST", "/appraisals/{year}/review", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK)
                        .asking(Proof.BY_HAND),
                only("POST", "/appraisals/{year}/proposal", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK)
                        .asking(Proof.BY_HAND),
                only("POST", "/appraisals/{year}/decision", ScopeRule.DISTRICT, BUREAU_LEADER).asking(Proof.BY_HAND),
                only("POST", "/appraisals/{year}/publication", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_CLERK)
                        .asking(Proof.BY_HAND),
                only("GET", "/appraisals/{year}/versions", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/appraisals/{year}/versions/{version}/archive.zip", ScopeRule.DISTRICT,
                        Permissions.union(Permissions.BUREAU, INSPECTOR)).asking(Proof.ANEW),
                only("GET", "/appraisals/{year}/disputes", ScopeRule.OWN_SCHOOL, ADVISED),
                only("POST", "/appraisals/{year}/disputes/{dispute}/rulings", ScopeRule.DISTRICT, BUREAU_ADMIN,
                        BUREAU_CLERK, INSPECTOR).asking(Proof.BY_HAND),
                only("GET", "/appraisals/{year}/corrections/new", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK),
                only("POST", "/appraisals/{year}/corrections", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK)
                        .asking(Proof.BY_HAND),
                // ---- appraisal: bundled evaluation, and what leaves the platform as documents
                only("GET", "/appraisals/{year}/simulator", ScopeRule.DISTRICT, Permissions.BUREAU),
                only("GET", "/appraisals/{year}/bundled", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/appraisals/{year}/bundled/export.{format:xlsx|csv|docx|pdf}", ScopeRule.OWN_COMMUNITY,
                        ADVISED),
                only("GET", "/appraisals/{year}/communities/{community}/export.{format:docx|pdf}",
                        ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/appraisals/{year}/commendation/export.{format:docx|pdf}", ScopeRule.DISTRICT,
                        Permissions.BUREAU),
                only("GET", "/appraisals/{year}/circular/export.{format:docx|pdf}", ScopeRule.DISTRICT,
                        Permissions.BUREAU),
                only("GET", "/appraisals/{year}/grants/export.{format:docx|pdf|xlsx|csv}", ScopeRule.DISTRICT,
                        Permissions.BUREAU).asking(Proof.BY_HAND),
                // ---- appraisal: a school's office answers for its own school
                only("GET", "/appraisals/{year}/schools/{school}/records", ScopeRule.OWN_SCHOOL, ADVISED),
                only("GET", "/appraisals/{year}/schools/{school}/disputes/new", ScopeRule.OWN_SCHOOL, PRINCIPAL,
                        SCHOOL_CLERK),
                only("POST", "/appraisals/{year}/schools/{school}/disputes", ScopeRule.OWN_SCHOOL, PRINCIPAL,
                        SCHOOL_CLERK).asking(Proof.BY_HAND),
                only("POST", "/appraisals/{year}/schools/{school}/words", ScopeRule.OWN_SCHOOL, PRINCIPAL,
                        SCHOOL_CLERK).asking(Proof.BY_HAND),
                // ---- appraisal: the rules of the year are for all whom it concerns
                only("GET", "/appraisals/schemes", ScopeRule.DISTRICT, ADVISED),
                only("GET", "/appraisals/schemes/{id}", ScopeRule.DISTRICT, ADVISED),
                only("POST", "/appraisals/schemes/preview", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/appraisals/schemes", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND));
    }
}

package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUREAU;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.union;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_CLERK;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.INSPECTOR;
import static org.jiaogongti.platform.access.Role.PRINCIPAL;
import static org.jiaogongti.platform.access.Role.SCHOOL_CLERK;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code inspection}: each side's words have a route of their own. */
final class InspectionPermissions {

    /** The bureau and its inspectors see all, a school's office what concerns the school. */
    private static final Set<Role> READING = union(BUREAU, INSPECTOR, PRINCIPAL, SCHOOL_CLERK);
    private static final Set<Role> INSPECTING = EnumSet.of(INSPECTOR, BUREAU_CLERK);
    /** Neither inspects: objections and proceedings are decided by others than those who found something. */
    private static final Set<Role> DECIDING = EnumSet.of(BUREAU_LEADER, BUREAU_ADMIN);
    private static final Set<Role> ANSWERING = EnumSet.of(PRINCIPAL, SCHOOL_CLERK);

    private InspectionPermissions() {}

    static List<Row> rows() {
        return List.of(
                // the year's plan and visits
                only("GET", "/inspections", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/inspections/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, READING)
                        .asking(Proof.ANEW),
                only("POST", "/inspections/rules", ScopeRule.DISTRICT, DECIDING).asking(Proof.BY_HAND),
                only("GET", "/inspections/new", ScopeRule.DISTRICT, INSPECTING),
                only("POST", "/inspections", ScopeRule.DISTRICT, INSPECTING),
                only("GET", "/inspections/{id}", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/inspections/{id}/letter.{format:docx|pdf}", ScopeRule.OWN_SCHOOL, READING),
                only("POST", "/inspections/{id}/points", ScopeRule.DISTRICT, INSPECTING),
                only("POST", "/inspections/{id}/points/{point}/results", ScopeRule.DISTRICT, INSPECTING),
                only("POST", "/inspections/{id}/steps", ScopeRule.DISTRICT, INSPECTING),
                // findings: inspectors write and close, the school answers, somebody else decides about an objection
                only("GET", "/inspections/findings", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/inspections/findings/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, READING)
                        .asking(Proof.ANEW),
                only("GET", "/inspections/findings/new", ScopeRule.DISTRICT, INSPECTING),
                only("POST", "/inspections/findings", ScopeRule.DISTRICT, INSPECTING),
                only("GET", "/inspections/findings/{finding}", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/inspections/findings/{finding}/letter.{format:docx|pdf}", ScopeRule.OWN_SCHOOL,
                        READING),
                only("POST", "/inspections/findings/{finding}/answers", ScopeRule.OWN_SCHOOL, ANSWERING),
                only("POST", "/inspections/findings/{finding}/steps", ScopeRule.DISTRICT, INSPECTING),
                only("POST", "/inspections/findings/{finding}/rulings", ScopeRule.DISTRICT, DECIDING)
                        .asking(Proof.BY_HAND),
                // drawn samples
                only("GET", "/inspections/samples", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/inspections/samples/new", ScopeRule.DISTRICT, INSPECTING),
                only("POST", "/inspections/samples", ScopeRule.DISTRICT, INSPECTING),
                only("GET", "/inspections/samples/{sample}", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/inspections/samples/{sample}/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, READING)
                        .asking(Proof.ANEW),
                only("POST", "/inspections/samples/{sample}/drawn/{drawn}/checks", ScopeRule.DISTRICT, INSPECTING),
                // accountability of units: who opens does not decide, who decides does not rule on the appeal
                only("GET", "/inspections/proceedings", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/inspections/proceedings/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, READING)
                        .asking(Proof.ANEW),
                only("GET", "/inspections/proceedings/new", ScopeRule.DISTRICT, INSPECTING),
                only("POST", "/inspections/proceedings", ScopeRule.DISTRICT, INSPECTING).asking(Proof.BY_HAND),
                only("GET", "/inspections/proceedings/{proceeding}", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/inspections/proceedings/{proceeding}/notice.{format:docx|pdf}", ScopeRule.OWN_SCHOOL,
                        READING),
                only("GET", "/inspections/proceedings/{proceeding}/decision.{format:docx|pdf}", ScopeRule.OWN_SCHOOL,
                        READING),
                only("GET", "/inspections/proceedings/{proceeding}/ruling.{format:docx|pdf}", ScopeRule.OWN_SCHOOL,
                        READING),
                only("POST", "/inspections/proceedings/{proceeding}/answers", ScopeRule.OWN_SCHOOL, ANSWERING),
                only("POST", "/inspections/proceedings/{proceeding}/withdrawal", ScopeRule.DISTRICT, INSPECTING)
                        .asking(Proof.BY_HAND),
                only("POST", "/inspections/proceedings/{proceeding}/decisions", ScopeRule.DISTRICT, DECIDING)
                        .asking(Proof.BY_HAND));
    }
}

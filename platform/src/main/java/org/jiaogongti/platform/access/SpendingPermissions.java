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

/** The rows of {@code spending}: the bureau and its inspectors look on, a school's office enters, its principals approve. */
final class SpendingPermissions {

    private static final Set<Role> READING = union(BUREAU, INSPECTOR, PRINCIPAL, SCHOOL_CLERK);
    private static final Set<Role> OFFICE = EnumSet.of(PRINCIPAL, SCHOOL_CLERK);

    private SpendingPermissions() {}

    static List<Row> rows() {
        return List.of(
                only("GET", "/spending", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/spending/export.{format:xlsx|csv}", ScopeRule.DISTRICT, union(BUREAU, INSPECTOR))
                        .asking(Proof.ANEW),
                // ceilings bind everybody, so they are set by those who enter and pay nothing
                only("GET", "/spending/categories", ScopeRule.DISTRICT, READING),
                only("POST", "/spending/categories", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                only("GET", "/spending/payouts", ScopeRule.DISTRICT, union(BUREAU, INSPECTOR)),
                only("POST", "/spending/payouts", ScopeRule.DISTRICT, BUREAU_CLERK, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                // a school's own money
                only("GET", "/spending/schools/{school}", ScopeRule.OWN_SCHOOL, READING),
                only("GET", "/spending/schools/{school}/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, READING)
                        .asking(Proof.ANEW),
                only("GET", "/spending/schools/{school}/budget", ScopeRule.OWN_SCHOOL, READING),
                only("POST", "/spending/schools/{school}/budget", ScopeRule.OWN_SCHOOL, OFFICE),
                only("GET", "/spending/schools/{school}/expenses/new", ScopeRule.OWN_SCHOOL, OFFICE),
                only("POST", "/spending/schools/{school}/expenses", ScopeRule.OWN_SCHOOL, OFFICE),
                only("GET", "/spending/expenses/{expense}", ScopeRule.OWN_SCHOOL, READING),
                only("POST", "/spending/expenses/{expense}/receipts", ScopeRule.OWN_SCHOOL, OFFICE),
                only("POST", "/spending/expenses/{expense}/withdrawal", ScopeRule.OWN_SCHOOL, OFFICE),
                only("POST", "/spending/expenses/{expense}/reversal", ScopeRule.OWN_SCHOOL, OFFICE),
                only("POST", "/spending/expenses/{expense}/approval", ScopeRule.OWN_SCHOOL, PRINCIPAL)
                        .asking(Proof.BY_HAND),
                only("POST", "/spending/expenses/{expense}/return", ScopeRule.OWN_SCHOOL, PRINCIPAL)
                        .asking(Proof.BY_HAND));
    }
}

package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUREAU;
import static org.jiaogongti.platform.access.Permissions.REGISTERS;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.union;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_CLERK;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.INSPECTOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code goal}: the district's goals are everybody's, a community's and a school's their own people's. */
final class GoalPermissions {

    private static final Set<Role> WRITING = EnumSet.of(BUREAU_CLERK, BUREAU_ADMIN);
    private static final Set<Role> SIGNING = EnumSet.of(BUREAU_LEADER, BUREAU_ADMIN);

    private GoalPermissions() {}

    static List<Row> rows() {
        return List.of(
                only("GET", "/goals", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("GET", "/goals/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, union(BUREAU, INSPECTOR))
                        .asking(Proof.ANEW),
                only("GET", "/goals/{goal}", ScopeRule.OWN_COMMUNITY, REGISTERS),
                // outcomes
                only("GET", "/goals/facts/new", ScopeRule.DISTRICT, WRITING),
                only("POST", "/goals/facts", ScopeRule.DISTRICT, WRITING),
                only("GET", "/goals/facts/{fact}", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("POST", "/goals/facts/{fact}/corrections", ScopeRule.DISTRICT, WRITING),
                only("POST", "/goals/facts/{fact}/withdrawal", ScopeRule.DISTRICT, WRITING),
                // the round's close: who proposes it does not sign it
                only("GET", "/goals/rounds/{round}", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("GET", "/goals/rounds/{round}/export.{format:docx|pdf|xlsx|csv}", ScopeRule.DISTRICT,
                        union(BUREAU, INSPECTOR)).asking(Proof.ANEW),
                only("POST", "/goals/rounds/{round}/proposals", ScopeRule.DISTRICT, WRITING).asking(Proof.BY_HAND),
                only("POST", "/goals/rounds/{round}/withdrawal", ScopeRule.DISTRICT, WRITING),
                only("POST", "/goals/rounds/{round}/decisions", ScopeRule.DISTRICT, SIGNING).asking(Proof.BY_HAND));
    }
}

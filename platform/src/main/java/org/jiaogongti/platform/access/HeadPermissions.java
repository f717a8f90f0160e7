package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUREAU;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.union;
import static org.jiaogongti.platform.access.Role.INSPECTOR;
import static org.jiaogongti.platform.access.Role.TECHNICIAN;

import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code head}: hashes and counts, no business data, and the more people keep them the better. */
final class HeadPermissions {

    private static final Set<Role> READING = union(BUREAU, INSPECTOR, TECHNICIAN);
    private static final Set<Role> TOLD = union(BUREAU, INSPECTOR);

    private HeadPermissions() {}

    static List<Row> rows() {
        return List.of(
                only("GET", "/journal/heads", ScopeRule.DISTRICT, READING),
                only("GET", "/journal/heads/{day}.txt", ScopeRule.DISTRICT, READING),
                only("GET", "/journal/heads/{day}.{format:docx|pdf}", ScopeRule.DISTRICT, READING),
                only("POST", "/journal/heads/letters", ScopeRule.DISTRICT, TOLD),
                only("POST", "/journal/heads/letters/end", ScopeRule.DISTRICT, TOLD));
    }
}

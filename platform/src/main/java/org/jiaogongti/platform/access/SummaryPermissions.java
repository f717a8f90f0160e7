package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUREAU;
import static org.jiaogongti.platform.access.Permissions.only;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code summary}. */
final class SummaryPermissions {

    private SummaryPermissions() {}

    static List<Row> rows() {
        return List.of(
                // the bureau sums a year up
                only("GET", "/summaries", ScopeRule.DISTRICT, BUREAU),
                only("GET", "/summaries/{year}", ScopeRule.DISTRICT, BUREAU),
                only("GET", "/summaries/{year}/export.{format:docx|pdf}", ScopeRule.DISTRICT, BUREAU)
                        .asking(Proof.BY_HAND));
    }
}

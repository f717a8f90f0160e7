package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.signedIn;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code sample}: nothing but the date of the demo, which is no page anywhere else. */
final class SamplePermissions {

    private SamplePermissions() {}

    static List<Row> rows() {
        return List.of(signedIn("GET", "/demo/day"), signedIn("POST", "/demo/day"));
    }
}

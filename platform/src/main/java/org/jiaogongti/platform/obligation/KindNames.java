package org.jiaogongti.platform.obligation;

import java.util.Map;

/** What a district calls the kinds of activity; implemented by {@code activity}. */
public interface KindNames {

    /** Name by code, the notice's kinds and the district's own. */
    Map<String, String> names();
}

package org.jiaogongti.platform.api;

import java.util.List;

/** What another system may want to be told of. */
public enum Topic {
    /** 活动: recorded, changed, held, cancelled, withdrawn, answered, joined. */
    OCCASIONS,
    /** 章程与决定. */
    CHARTER,
    /** 组织: schools, communities, calendar, exceptions, groups, tables that came in. */
    ORGANISATION;

    /** As the journal names them. */
    List<String> objectKinds() {
        return switch (this) {
            case OCCASIONS -> List.of("occasion");
            case CHARTER -> List.of("amendment", "waiver");
            case ORGANISATION ->
                List.of("school", "calendar", "coverage-exception", "seat", "few-teachers", "placement", "upload");
        };
    }
}

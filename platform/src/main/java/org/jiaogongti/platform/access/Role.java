package org.jiaogongti.platform.access;

import java.util.Locale;

/** What somebody may be in a district. One person may hold several roles, each with its own scope. */
public enum Role {

    BUREAU_LEADER(Reach.DISTRICT), BUREAU_ADMIN(Reach.DISTRICT), BUREAU_CLERK(Reach.DISTRICT), INSPECTOR(
            Reach.DISTRICT), RESEARCHER(Reach.COMMUNITY), TRAINING_DEPARTMENT(Reach.DISTRICT), PRINCIPAL(
                    Reach.SCHOOL), SCHOOL_CLERK(Reach.SCHOOL), CONVENOR(Reach.SUBJECT_GROUP), TEACHER(
                            Reach.SCHOOL), ADVISER(Reach.COMMUNITY),
    /** Changes the charter: fills in a change, or confirms another's. */
    CHARTER_EDITOR(Reach.DISTRICT),
    /** Looks after the machine and sees no business data. */
    TECHNICIAN(Reach.NONE),
    /** Anybody, signed in or not. Never granted. */
    PUBLIC(Reach.NONE);

    /** What a posting with this role must name. */
    public enum Reach {
        NONE, DISTRICT, COMMUNITY, SCHOOL, SUBJECT_GROUP
    }

    private final Reach reach;

    Role(Reach reach) {
        this.reach = reach;
    }

    public Reach reach() {
        return reach;
    }

    /** The message key of its name. */
    public String key() {
        return "role." + name().toLowerCase(Locale.ROOT);
    }
}

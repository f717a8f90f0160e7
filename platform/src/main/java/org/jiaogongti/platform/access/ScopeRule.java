package org.jiaogongti.platform.access;

/** What a route's facade looks at beyond the role. An object outside of it is answered like one that does not exist. */
public enum ScopeRule {

    /** Nothing of the district is shown. */
    NONE,
    /** Everything of the actor's district. */
    DISTRICT,
    /** What concerns a community of the actor's postings, or of the actor's schools. */
    OWN_COMMUNITY,
    /** What concerns the actor's school, as giver or receiver. */
    OWN_SCHOOL,
    /** The actor's own account and entries. */
    OWN
}

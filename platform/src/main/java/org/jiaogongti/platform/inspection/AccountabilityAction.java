package org.jiaogongti.platform.inspection;

/** 约谈、公开批评、督导通报、资源调整: what may follow for a unit, the lightest first. */
public enum AccountabilityAction {
    TALK, CRITICISM, CIRCULAR, RESOURCES
}

package org.jiaogongti.platform.disclosure;

/** What the public looks for: one heading of the public pages each. */
public enum Category {
    POLICY, COMMUNITIES, APPRAISAL, GRANTS, OTHER;

    public String key() {
        return "disclosure.category." + name();
    }
}

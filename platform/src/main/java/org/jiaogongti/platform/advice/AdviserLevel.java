package org.jiaogongti.platform.advice;

/** Where an adviser comes from: 省, 市 or 区. */
public enum AdviserLevel {
    PROVINCE, CITY, DISTRICT;

    /** The message key of its name. */
    public String key() {
        return "advice.level." + name();
    }
}

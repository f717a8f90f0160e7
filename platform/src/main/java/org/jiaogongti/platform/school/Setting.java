package org.jiaogongti.platform.school;

/** Where a school lies, as the ministry's statistics divide. */
public enum Setting {
    /** 城区. */
    URBAN,
    /** 镇区. */
    TOWNSHIP,
    /** 乡村. */
    RURAL
}

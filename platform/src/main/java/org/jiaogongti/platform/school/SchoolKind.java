package org.jiaogongti.platform.school;

/** What a school is. */
public enum SchoolKind {
    /** 小学. */
    PRIMARY,
    /** 九年一贯制学校. */
    NINE_YEAR,
    /** 民办学校. */
    PRIVATE,
    /** 完小、教学点, part of a central school. */
    TEACHING_POINT
}

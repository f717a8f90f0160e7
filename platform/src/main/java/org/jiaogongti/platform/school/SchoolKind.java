package org.jiaogongti.platform.school;

/** What a school is. */
public enum SchoolKind {
    /** 小学. */
    PRIMARY,
    /** 镇街道中心校. */
    CENTRAL,
    /** 完小, part of a central school. */
    COMPLETE,
    /** 教学点, part of a central school. */
    TEACHING_POINT,
    /** 九年一贯制学校. */
    NINE_YEAR,
    /** 民办学校. */
    PRIVATE;

    /** Whether it may stand under a central school. */
    public boolean partOfCentral() {
        return this == COMPLETE || this == TEACHING_POINT;
    }
}

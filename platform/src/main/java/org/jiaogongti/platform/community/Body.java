package org.jiaogongti.platform.community;

/** What a community's people sit in. */
public enum Body {
    /** 领导小组 (五(一)). */
    LEADING_GROUP,
    /** 业务管理联络人: resident teaching researchers (三(一)5). */
    LIAISONS,
    /** 学科指导组, one of each subject (三(一)5). */
    GUIDANCE_GROUP
}

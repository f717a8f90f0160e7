package org.jiaogongti.platform.community;

/** As what somebody sits: 组长, 副组长, 成员. A liaison is a member. */
public enum Office {
    HEAD, DEPUTY, MEMBER
}

package org.jiaogongti.charter;

/** The rank of the person who leads, as far as the notice tells ranks apart. */
public enum Rank {
    /** 校长. */
    PRINCIPAL,
    /** 副校长. */
    VICE_PRINCIPAL,
    /** 中层干部. */
    CADRE,
    /** 名优骨干教师. */
    BACKBONE,
    /** 教师. */
    TEACHER
}

package org.jiaogongti.charter.goals;

/** Whether a target is reached, as far as it can be told. */
public enum Verdict {
    /** 达到: the whole interval is good. */
    REACHED,
    /** 没有达到: no part of the interval is good. */
    NOT_REACHED,
    /** 还说不准. */
    CANNOT_TELL,
    /** 没有数值. */
    NO_VALUE
}

package org.jiaogongti.platform.postgres;

/** How much a crash may cost. */
public enum Durability {
    /** Nothing acknowledged is ever lost. */
    FULL,
    /** For tests that throw the data away: no waiting for the disk. */
    NONE
}

package org.jiaogongti.platform.sample;

/** How an occasion stands towards the day of the pictures. */
enum Pace {
    /** Of a term whose figures nobody has told: any course. */
    USUAL,
    /** Of the told term, before the day: recorded and undisputed on it. */
    TOLD,
    /** After the day and known on it. */
    PLANNED,
    /** After the day and not yet known on it. */
    UNKNOWN
}

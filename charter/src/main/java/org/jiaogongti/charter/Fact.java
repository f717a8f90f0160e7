package org.jiaogongti.charter;

/** What people did, recorded once. Further fact types arrive with later steps. */
public sealed interface Fact permits OccasionPart, Placement {

    /** The record it comes from, opaque to the engine. */
    String source();

    /** The part of that record; {@code "1"} where a record has one part. */
    String part();
}

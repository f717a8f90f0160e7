package org.jiaogongti.platform.access;

/** A district came into being, in the transaction that is going on. */
public record DistrictAdded(District district) {}

package org.jiaogongti.platform.school;

/** Where a place lies, in degrees; latitude to the north, longitude to the east. */
public record Position(double latitude, double longitude) {}

package org.jiaogongti.charter.goals;

/**
 * A 95 % interval, in the indicator's unit.
 *
 * @param high not below {@code low}
 */
public record Interval(double low, double high) {}

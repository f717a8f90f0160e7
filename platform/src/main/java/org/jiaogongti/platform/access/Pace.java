package org.jiaogongti.platform.access;

/**
 * How often something may be done: so many times at once, and as many again as time goes by.
 *
 * @param perMinute again and again
 */
public record Pace(int atOnce, int perMinute) {}

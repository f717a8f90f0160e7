package org.jiaogongti.charter.goals;

/**
 * What a goal is told by.
 *
 * @param words what is measured
 * @param unit such as {@code %} or {@code 分}
 */
public record Indicator(String words, String unit, Direction direction, Means means) {}

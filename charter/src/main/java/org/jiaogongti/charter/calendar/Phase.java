package org.jiaogongti.charter.calendar;

/** A phase of a round (前期准备, 开展工作, 考核评估). Neighbouring phases may share a day, as the notice has it. */
public record Phase(String name, DateRange days) {}

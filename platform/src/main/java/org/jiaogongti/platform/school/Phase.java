package org.jiaogongti.platform.school;

import org.jiaogongti.charter.calendar.DateRange;

/** A phase (阶段) of a round; it gates what is due. */
public record Phase(String round, String name, DateRange days) {}

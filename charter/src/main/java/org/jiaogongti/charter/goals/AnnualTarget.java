package org.jiaogongti.charter.goals;

import java.time.Year;

/** 年度具体目标: what is to be reached in a calendar year of the round. */
public record AnnualTarget(Year year, Target target) {}

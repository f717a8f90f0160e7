package org.jiaogongti.platform.school;

import java.time.LocalDate;

/** A day without lessons inside a term. */
public record ClosedDay(LocalDate day, String name) {}

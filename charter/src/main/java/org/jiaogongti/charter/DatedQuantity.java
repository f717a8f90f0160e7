package org.jiaogongti.charter;

import java.time.LocalDate;

/** A number in force from a day on. */
public record DatedQuantity(LocalDate from, Quantity quantity) {}

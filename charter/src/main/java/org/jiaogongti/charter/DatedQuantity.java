package org.jiaogongti.charter;

import java.time.LocalDate;

/**
 * A number in force from a day on.
 *
 * @param decidedBy who decided; empty for the notice's own number
 * @param basis the paper it rests on; empty for the notice's own number
 */
public record DatedQuantity(LocalDate from, Quantity quantity, String decidedBy, String basis) {}

package org.jiaogongti.charter;

import java.time.LocalDate;

/**
 * What was decided about a whole duty from a day on.
 *
 * @param decidedBy who decided
 * @param basis the paper it rests on
 * @param words the paper's own words where the duty is not in the notice; else empty
 */
public record Decision(LocalDate from, String decidedBy, String basis, String words) {}

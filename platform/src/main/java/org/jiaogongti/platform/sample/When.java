package org.jiaogongti.platform.sample;

import java.time.LocalDate;

/** A day and what is known of it. */
record When(LocalDate date, Pace pace) {}

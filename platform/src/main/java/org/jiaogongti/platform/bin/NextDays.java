package org.jiaogongti.platform.bin;

import java.time.LocalDate;

/** So many days for what is deleted from a day on. */
public record NextDays(LocalDate from, int days) {}

package org.jiaogongti.platform.goal;

import java.time.LocalDate;
import java.util.UUID;

/** Who wrote something and on which business day, as the row keeps it. */
public record By(UUID account, String name, LocalDate on) {}

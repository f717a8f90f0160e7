package org.jiaogongti.platform.round;

import java.time.LocalDate;
import java.util.UUID;

/** Who did something, and on which day. */
public record By(UUID account, String name, LocalDate on) {}

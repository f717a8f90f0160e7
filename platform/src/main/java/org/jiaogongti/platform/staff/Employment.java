package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How somebody is employed from a day on, until the next line.
 *
 * @param permanent on the establishment (在编)
 * @param fullTime a full-time teacher (专任)
 */
public record Employment(UUID person, LocalDate from, boolean permanent, boolean fullTime) {}

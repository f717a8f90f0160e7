package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.UUID;

/** Full-time teachers (专任教师) of a school from a day on, until the next count. */
public record StaffCount(UUID school, LocalDate from, int teachers) {}

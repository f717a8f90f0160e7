package org.jiaogongti.platform.staff;

import java.util.UUID;

/** How many people the register holds at a school on a day, how many of them are full-time, how many on the establishment. */
public record StaffFigure(UUID school, int people, int fullTime, int permanent) {}

package org.jiaogongti.platform.reminder;

import java.time.LocalTime;

/**
 * How somebody wants to be told outside of the app.
 *
 * @param mail whether by mail at all
 * @param digest when the day's letter goes
 * @param quietFrom from when they want to be left alone
 * @param quietTo until when; the same as {@code quietFrom} is never
 */
public record Habit(boolean mail, LocalTime digest, LocalTime quietFrom, LocalTime quietTo) {

    public static final Habit USUAL = new Habit(false, LocalTime.of(8, 0), LocalTime.of(20, 0), LocalTime.of(7, 0));
}

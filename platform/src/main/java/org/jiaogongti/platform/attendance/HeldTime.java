package org.jiaogongti.platform.attendance;

import java.time.Duration;
import java.time.LocalTime;

/** From when to when something really was, on its day. */
public record HeldTime(LocalTime began, LocalTime ended) {

    public HeldTime {
        if (!ended.isAfter(began)) {
            throw new IllegalArgumentException("ended at " + ended + ", began at " + began
                    + "\nRead what was typed before it becomes a time.");
        }
    }

    public int minutes() {
        return (int) Duration.between(began, ended).toMinutes();
    }
}

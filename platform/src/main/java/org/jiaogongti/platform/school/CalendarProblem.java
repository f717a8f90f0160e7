package org.jiaogongti.platform.school;

import java.util.List;

/** Why a calendar cannot be like that: a message and what it names. */
public record CalendarProblem(String key, List<Object> named) {

    public CalendarProblem {
        named = List.copyOf(named);
    }

    public static CalendarProblem of(String key, Object... named) {
        return new CalendarProblem(key, List.of(named));
    }
}

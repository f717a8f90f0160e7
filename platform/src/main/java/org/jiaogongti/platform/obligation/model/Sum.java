package org.jiaogongti.platform.obligation.model;

import java.time.LocalDate;

/** The three figures of an instance, or a change of them. */
public record Sum(int counted, int planned, int disputed) {

    public static final Sum ZERO = new Sum(0, 0, 0);

    static Sum of(Line line, LocalDate appliedTo) {
        return new Sum(line.countedAt(appliedTo), line.plannedAt(appliedTo), line.disputed());
    }

    public Sum plus(Sum other) {
        return new Sum(counted + other.counted, planned + other.planned, disputed + other.disputed);
    }

    public Sum minus(Sum other) {
        return new Sum(counted - other.counted, planned - other.planned, disputed - other.disputed);
    }
}

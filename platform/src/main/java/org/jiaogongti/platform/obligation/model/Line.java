package org.jiaogongti.platform.obligation.model;

import java.time.LocalDate;
import org.jiaogongti.charter.counting.InstanceKey;

/** What one part of a record is worth for one instance, as it is kept. */
public record Line(String part, InstanceKey key, Footing footing, int amount, LocalDate countsOn) {

    /** Whether it is in what counts, once the ledger has reached a day. */
    int countedAt(LocalDate day) {
        return footing == Footing.HELD && !countsOn.isAfter(day) ? amount : 0;
    }

    /** What is held later, or planned and not yet over. */
    int plannedAt(LocalDate day) {
        return switch (footing) {
            case HELD -> countsOn.isAfter(day) ? amount : 0;
            case PLANNED -> countsOn.isBefore(day) ? 0 : amount;
            case DISPUTED -> 0;
        };
    }

    int disputed() {
        return footing == Footing.DISPUTED ? amount : 0;
    }
}

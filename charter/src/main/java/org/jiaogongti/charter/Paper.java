package org.jiaogongti.charter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A paper that something held needs beforehand. */
public enum Paper {
    /** 报备: what is to be held is filed. */
    FILING("报备"),
    /** 活动方案: a plan is handed in and approved. */
    PLAN("活动方案");

    private final String word;

    Paper(String word) {
        this.word = word;
    }

    /** The clerk's word in a charter file, as what a duty counts and as what it waits for. */
    public String word() {
        return word;
    }

    /** The day on which an occasion's paper was in order; null where it is not. */
    public @Nullable LocalDate of(OccasionPart part) {
        return switch (this) {
            case FILING -> part.filedOn();
            case PLAN -> part.approvedOn();
        };
    }
}

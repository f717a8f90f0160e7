package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.register.RevisionWeek.Slot;
import org.jspecify.annotations.Nullable;

/** A revision sheet that is shared for a week and subject; its files are evidence under its id. */
public record RevisionSheet(UUID id, Slot slot, String title, LocalDate on, String actorName, List<Step> steps) {

    public static final int LONGEST = 120;

    public RevisionSheet {
        steps = List.copyOf(steps);
    }

    /**
     * What was said of one.
     *
     * @param school that took it; null where the sheet was withdrawn
     */
    public record Step(UUID id, UUID sheet, @Nullable UUID school, What what, LocalDate on, String actorName) {}

    /** What may be said. */
    public enum What {
        TAKEN, TAKEN_BACK, WITHDRAWN
    }

    public boolean withdrawn() {
        return steps.stream().anyMatch(step -> step.what() == What.WITHDRAWN);
    }

    /** The schools that took it and still do, in the order in which they did. */
    public List<UUID> takers() {
        List<UUID> takers = new ArrayList<>();
        for (Step step : steps) {
            UUID school = step.school();
            if (school != null) {
                takers.remove(school);
                if (step.what() == What.TAKEN) {
                    takers.add(school);
                }
            }
        }
        return takers;
    }
}

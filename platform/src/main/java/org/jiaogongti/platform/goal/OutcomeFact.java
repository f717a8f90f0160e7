package org.jiaogongti.platform.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.goals.Whose;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, or judged, about a goal of somebody on a day.
 *
 * @param place the community or school; null for the district
 * @param origin where another module found it; empty where it was typed in
 * @param versions the oldest first, at least one
 */
public record OutcomeFact(UUID id, String goal, Whose whose, @Nullable UUID place, LocalDate measuredOn, String origin,
        List<Version> versions) {

    public static final int LONGEST_SOURCE = 300;
    public static final int LONGEST_REASON = 300;

    public OutcomeFact {
        versions = List.copyOf(versions);
    }

    /** What a version says. */
    public enum What {
        GIVEN, TAKEN_BACK
    }

    /**
     * What was found, as somebody said it.
     *
     * @param value null where the group is too small to be told of, and where it was taken back
     * @param error standard error; null where the source gives none
     * @param freedom degrees of freedom of the error; null where the source gives none
     * @param number of people it was measured on; null where it is not of people
     * @param reason why it was changed; empty for the first version
     */
    public record Version(int number, What what, @Nullable BigDecimal value, @Nullable BigDecimal error,
            @Nullable Integer freedom, @Nullable Integer people, String source, String reason, By by) {}

    public Version current() {
        return versions.getLast();
    }

    public boolean stands() {
        return current().what() == What.GIVEN;
    }
}

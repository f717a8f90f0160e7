package org.jiaogongti.platform.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a visit's checklist.
 *
 * @param duty of the charter; empty where the inspector added the line
 * @param said what was found last, or null
 */
public record Point(UUID id, UUID inspection, int position, String clause, String duty, String name,
        @Nullable Said said) {

    public static final int LONGEST = 200;
    public static final int LONGEST_NOTE = 500;

    /** 符合、部分符合、不符合、不适用. */
    public enum Result {
        CONFORMS, PARTLY, NOT, NOT_APPLICABLE;

        /** Whether something has to be put right. */
        public boolean lacking() {
            return this == PARTLY || this == NOT;
        }
    }

    /**
     * What was found.
     *
     * @param known what the platform counted at that moment, or null where it counts nothing
     */
    public record Said(UUID id, UUID point, Result result, String note, @Nullable Known known, By by) {}

    /** What is counted for a duty of a school, and what it should be. */
    public record Known(int counted, int target) {}
}

package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said to a recommendation.
 *
 * @param words the reason of a no, or what was done
 * @param doneOn when it was done
 * @param occasion the recorded occasion that shows it, or null
 */
public record RecommendationStep(UUID id, UUID recommendation, What what, String words, @Nullable LocalDate doneOn,
        @Nullable UUID occasion, UUID actor, String actorName, LocalDate on) {

    /** 采纳, 部分采纳, 不采纳, 落实, and what takes the last of them back. */
    public enum What {
        ADOPTED, PARTLY, DECLINED, DONE, TAKEN_BACK
    }
}

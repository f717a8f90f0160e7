package org.jiaogongti.platform.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lesson of a pair's term plan.
 *
 * @param week of the term, from 1
 * @param giverTeacher who teaches, and at the other end who is with the class; null where it is not settled yet
 */
public record PlannedLesson(UUID id, UUID pair, String term, int week, String subject, String topic,
        @Nullable UUID giverTeacher, @Nullable UUID receiverTeacher) {}

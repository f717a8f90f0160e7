package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding that is not put right on a day, for whoever reckons with it.
 *
 * @param community of the school on the day it was found
 * @param duty of the charter; empty where it is about none
 * @param deadline as it was on that day
 * @param overdue whether the deadline had passed with nothing handed in
 * @param disputed whether the school's objection was undecided
 */
public record OpenFinding(UUID id, UUID school, @Nullable UUID community, String clause, String duty, String words,
        LocalDate foundOn, LocalDate deadline, boolean overdue, boolean disputed) {}

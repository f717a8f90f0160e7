package org.jiaogongti.platform.activity.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.Batches.Result;
import org.jiaogongti.platform.school.School;
import org.jspecify.annotations.Nullable;

/**
 * The page for pasted rows.
 *
 * @param result what was understood, or null before anything was pasted
 * @param saved whether it was saved
 */
public record BatchView(List<School> sides, UUID school, String rows, @Nullable Result result, boolean saved) {}

package org.jiaogongti.platform.advice;

import java.util.UUID;
import org.jiaogongti.platform.advice.Recommendation.State;
import org.jspecify.annotations.Nullable;

/** Which recommendations are looked for; null for all. */
public record RecommendationFilter(@Nullable UUID community, @Nullable UUID school, @Nullable State state) {}

package org.jiaogongti.platform.school;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The way from one place to another.
 *
 * @param kilometres along the road where it was measured, as the crow flies where it is estimated; null where only the
 *        time is known
 * @param estimated nobody measured it: it follows from where the two places lie
 */
public record Journey(Site from, Site to, int minutes, @Nullable BigDecimal kilometres, boolean estimated) {}

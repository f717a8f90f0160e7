package org.jiaogongti.platform.obligation.store;

import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.platform.obligation.Source;
import org.jspecify.annotations.Nullable;

/**
 * An instance to be kept.
 *
 * @param derivedFrom the record without which it would not exist, or null
 * @param about the person it is about, or null
 */
public record NewInstance(Instance instance, @Nullable Source derivedFrom, @Nullable String about) {}

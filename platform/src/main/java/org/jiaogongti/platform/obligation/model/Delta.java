package org.jiaogongti.platform.obligation.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiaogongti.charter.counting.InstanceKey;

/** How instances move, in instance order, which is the order in which their rows are locked. */
public final class Delta {

    private final LocalDate appliedTo;
    private final TreeMap<InstanceKey, Sum> sums = new TreeMap<>();

    public Delta(LocalDate appliedTo) {
        this.appliedTo = appliedTo;
    }

    public void add(Collection<Line> lines) {
        lines.forEach(line -> sums.merge(line.key(), Sum.of(line, appliedTo), Sum::plus));
    }

    public void subtract(Collection<Line> lines) {
        lines.forEach(line -> sums.merge(line.key(), Sum.ZERO.minus(Sum.of(line, appliedTo)), Sum::plus));
    }

    /** Instances that a record touches stay in, even where nothing moves: the page shows them. */
    public SortedMap<InstanceKey, Sum> sums() {
        return Collections.unmodifiableSortedMap(sums);
    }
}

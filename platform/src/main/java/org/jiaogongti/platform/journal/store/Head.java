package org.jiaogongti.platform.journal.store;

import org.jiaogongti.platform.journal.model.Digests;

/** The last line of a district's chain. */
public record Head(String district, long number, Digests digests) {}

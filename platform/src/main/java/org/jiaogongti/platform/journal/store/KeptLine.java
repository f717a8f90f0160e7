package org.jiaogongti.platform.journal.store;

import java.util.Optional;
import org.jiaogongti.platform.journal.model.Digests;
import org.jiaogongti.platform.journal.model.Line;

/**
 * A line as it is found in the database.
 *
 * @param digests what is kept as its hashes
 * @param payload hashes of the payload that is there now; nothing when it was erased
 */
public record KeptLine(Line line, Digests digests, Optional<Digests> payload) {}

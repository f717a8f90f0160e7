package org.jiaogongti.platform.obligation;

import java.time.LocalDate;

/**
 * A change of the charter with what it rests on.
 *
 * @param from the first day it holds; periods that ended before it stay as they are
 */
public record AmendmentOrder(CharterChange change, LocalDate from, String document, String decidedBy) {}

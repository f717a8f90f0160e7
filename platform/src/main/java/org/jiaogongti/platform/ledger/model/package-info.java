/** Ledgers as texts, tables and documents; names of files that any computer can open. */
@NullMarked
package org.jiaogongti.platform.ledger.model;

import org.jspecify.annotations.NullMarked;

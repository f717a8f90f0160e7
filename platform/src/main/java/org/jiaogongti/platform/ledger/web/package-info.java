/** Pages of ledgers and folders. */
@NullMarked
package org.jiaogongti.platform.ledger.web;

import org.jspecify.annotations.NullMarked;

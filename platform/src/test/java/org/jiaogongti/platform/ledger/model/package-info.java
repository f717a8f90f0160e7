@NullMarked
package org.jiaogongti.platform.ledger.model;

import org.jspecify.annotations.NullMarked;

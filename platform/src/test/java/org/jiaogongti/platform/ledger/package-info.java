@NullMarked
package org.jiaogongti.platform.ledger;

import org.jspecify.annotations.NullMarked;

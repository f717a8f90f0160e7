/** SQL of accounts, links and failed attempts. */
@NullMarked
package org.jiaogongti.platform.access.store;

import org.jspecify.annotations.NullMarked;

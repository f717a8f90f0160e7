/** What the platform's tests share: the database, the server, the visitor, the statement counter. */
@NullMarked
package org.jiaogongti.platform.testing;

import org.jspecify.annotations.NullMarked;

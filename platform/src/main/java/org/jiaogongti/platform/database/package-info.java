/** The way to the database: roles, migrations, the pool, and transactions that carry the district. */
@NullMarked
package org.jiaogongti.platform.database;

import org.jspecify.annotations.NullMarked;

/** Characters, their initials, and the pieces an index is made of. */
@NullMarked
package org.jiaogongti.platform.search.model;

import org.jspecify.annotations.NullMarked;

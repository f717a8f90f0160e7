/** SQL of occasions. */
@NullMarked
package org.jiaogongti.platform.activity.store;

import org.jspecify.annotations.NullMarked;

/** How long a form was worked on. */
@NullMarked
package org.jiaogongti.platform.burden.model;

import org.jspecify.annotations.NullMarked;

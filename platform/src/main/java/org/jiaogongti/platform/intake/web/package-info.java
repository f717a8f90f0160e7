/** Pages of the imports. */
@NullMarked
package org.jiaogongti.platform.intake.web;

import org.jspecify.annotations.NullMarked;

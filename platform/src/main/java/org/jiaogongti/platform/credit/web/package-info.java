/** Pages of the own record of training. */
@NullMarked
package org.jiaogongti.platform.credit.web;

import org.jspecify.annotations.NullMarked;

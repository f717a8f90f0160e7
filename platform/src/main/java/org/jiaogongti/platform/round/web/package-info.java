/** Pages of the next round's charter. */
@NullMarked
package org.jiaogongti.platform.round.web;

import org.jspecify.annotations.NullMarked;

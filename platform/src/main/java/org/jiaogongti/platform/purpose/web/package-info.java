/** Pages of the register, of consents, of the view log and of the clocks. */
@NullMarked
package org.jiaogongti.platform.purpose.web;

import org.jspecify.annotations.NullMarked;

/** The pages of the bin. */
@NullMarked
package org.jiaogongti.platform.bin.web;

import org.jspecify.annotations.NullMarked;

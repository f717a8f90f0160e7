/** Tests of who belongs where. */
@NullMarked
package org.jiaogongti.platform.community.model;

import org.jspecify.annotations.NullMarked;

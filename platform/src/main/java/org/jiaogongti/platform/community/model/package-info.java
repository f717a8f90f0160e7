/** Rules about how a district's communities are made up. */
@NullMarked
package org.jiaogongti.platform.community.model;

import org.jspecify.annotations.NullMarked;

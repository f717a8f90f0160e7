@NullMarked
package org.jiaogongti.platform.filing.model;

import org.jspecify.annotations.NullMarked;

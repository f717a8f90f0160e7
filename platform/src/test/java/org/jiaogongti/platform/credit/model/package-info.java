@NullMarked
package org.jiaogongti.platform.credit.model;

import org.jspecify.annotations.NullMarked;

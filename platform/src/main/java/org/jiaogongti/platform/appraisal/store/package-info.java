@NullMarked
package org.jiaogongti.platform.appraisal.store;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.jiaogongti.platform.appraisal;

import org.jspecify.annotations.NullMarked;

/** Growth: linear mixed models with the formula language of lme4, and value added between schools and classes. */
@NullMarked
package org.jiaogongti.measurement.growth;

import org.jspecify.annotations.NullMarked;

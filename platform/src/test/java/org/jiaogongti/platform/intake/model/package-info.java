@NullMarked
package org.jiaogongti.platform.intake.model;

import org.jspecify.annotations.NullMarked;

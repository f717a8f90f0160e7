@NullMarked
package org.jiaogongti.platform.appraisal.model;

import org.jspecify.annotations.NullMarked;

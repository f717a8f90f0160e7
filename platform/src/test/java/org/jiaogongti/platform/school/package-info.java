@NullMarked
package org.jiaogongti.platform.school;

import org.jspecify.annotations.NullMarked;

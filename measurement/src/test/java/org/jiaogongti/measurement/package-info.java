@NullMarked
package org.jiaogongti.measurement;

import org.jspecify.annotations.NullMarked;

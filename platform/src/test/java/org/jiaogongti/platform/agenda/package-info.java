@NullMarked
package org.jiaogongti.platform.agenda;

import org.jspecify.annotations.NullMarked;

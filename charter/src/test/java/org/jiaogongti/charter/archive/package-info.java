@NullMarked
package org.jiaogongti.charter.archive;

import org.jspecify.annotations.NullMarked;

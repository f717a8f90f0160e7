@NullMarked
package org.jiaogongti.cli;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.jiaogongti.cli.measure;

import org.jspecify.annotations.NullMarked;

/** What the sample world promises to demo and tests. */
@NullMarked
package org.jiaogongti.platform.sample;

import org.jspecify.annotations.NullMarked;

/** The sample world of the demo and of the tests. It may use every module's facade; no module may use it. */
@NullMarked
package org.jiaogongti.platform.sample;

import org.jspecify.annotations.NullMarked;

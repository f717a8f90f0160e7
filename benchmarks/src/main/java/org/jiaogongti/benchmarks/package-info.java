/** JMH benchmarks. */
@NullMarked
package org.jiaogongti.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Journeys and sweeps in a real browser. */
@NullMarked
package org.jiaogongti.platform.browser;

import org.jspecify.annotations.NullMarked;

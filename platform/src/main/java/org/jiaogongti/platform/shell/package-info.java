/** What every page shares: layout, navigation, messages, the clock, ids. */
@NullMarked
package org.jiaogongti.platform.shell;

import org.jspecify.annotations.NullMarked;

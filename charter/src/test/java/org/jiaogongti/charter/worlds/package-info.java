/** Worlds for tests: the acceptance cases, random ones, and an oracle that knows nothing of the engine. */
@NullMarked
package org.jiaogongti.charter.worlds;

import org.jspecify.annotations.NullMarked;

/** A round's charter as a difference to the one before: what changes, from which day, and what it rests on. */
@NullMarked
package org.jiaogongti.charter.revising;

import org.jspecify.annotations.NullMarked;

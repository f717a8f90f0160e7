/** Stores of the catalogue rule's own trial tables: one as it must be, one as it must not. */
@org.jspecify.annotations.NullMarked
package org.jiaogongti.platform.purpose.trial.store;

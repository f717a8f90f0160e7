/** Diagnosis: which skills a person has, from answers to items that need several skills each. */
@NullMarked
package org.jiaogongti.measurement.diagnosis;

import org.jspecify.annotations.NullMarked;

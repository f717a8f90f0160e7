/** Tests of the gate to data of pupils. */
@org.jspecify.annotations.NullMarked
package org.jiaogongti.platform.purpose;

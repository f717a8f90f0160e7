/** The rules of filings: who may do what, what a text is, how two versions differ. */
@NullMarked
package org.jiaogongti.platform.filing.model;

import org.jspecify.annotations.NullMarked;

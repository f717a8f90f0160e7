/** The rules: which file may be opened, where its headings are, what a cell says. */
@NullMarked
package org.jiaogongti.platform.intake.model;

import org.jspecify.annotations.NullMarked;

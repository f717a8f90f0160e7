/** How an official document is set: the sheet, the Word file, the copy as PDF. */
@NullMarked
package org.jiaogongti.platform.shell.model;

import org.jspecify.annotations.NullMarked;

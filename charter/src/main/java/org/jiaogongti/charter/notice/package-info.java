/** The notice's text and its clause addresses, such as 三(二)3. */
@NullMarked
package org.jiaogongti.charter.notice;

import org.jspecify.annotations.NullMarked;

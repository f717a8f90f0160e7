/** Pages of occasions, the list, batch entry and the school home. */
@NullMarked
package org.jiaogongti.platform.activity.web;

import org.jspecify.annotations.NullMarked;

/** The rules of occasions: reading what was typed, who may do what, answers, joining. */
@NullMarked
package org.jiaogongti.platform.activity.model;

import org.jspecify.annotations.NullMarked;

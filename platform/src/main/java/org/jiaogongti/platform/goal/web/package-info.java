@NullMarked
package org.jiaogongti.platform.goal.web;

import org.jspecify.annotations.NullMarked;

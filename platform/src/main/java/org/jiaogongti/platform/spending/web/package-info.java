@NullMarked
package org.jiaogongti.platform.spending.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.jiaogongti.platform.summary.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.jiaogongti.platform.inspection.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.jiaogongti.platform.access.web;

import org.jspecify.annotations.NullMarked;

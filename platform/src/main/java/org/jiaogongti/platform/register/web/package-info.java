@NullMarked
package org.jiaogongti.platform.register.web;

import org.jspecify.annotations.NullMarked;

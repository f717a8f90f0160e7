@NullMarked
package org.jiaogongti.platform.advice.web;

import org.jspecify.annotations.NullMarked;

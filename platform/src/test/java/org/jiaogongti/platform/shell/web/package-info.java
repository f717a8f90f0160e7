@NullMarked
package org.jiaogongti.platform.shell.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.jiaogongti.platform.disclosure.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.jiaogongti.platform.disclosure.model;

import org.jspecify.annotations.NullMarked;

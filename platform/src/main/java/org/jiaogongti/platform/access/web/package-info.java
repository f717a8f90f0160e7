/** Sign-in, account pages, and the filters that decide who may do what. */
@NullMarked
package org.jiaogongti.platform.access.web;

import org.jspecify.annotations.NullMarked;

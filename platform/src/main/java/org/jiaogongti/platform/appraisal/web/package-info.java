@NullMarked
package org.jiaogongti.platform.appraisal.web;

import org.jspecify.annotations.NullMarked;

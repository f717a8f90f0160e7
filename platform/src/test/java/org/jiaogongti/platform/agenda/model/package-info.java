@NullMarked
package org.jiaogongti.platform.agenda.model;

import org.jspecify.annotations.NullMarked;

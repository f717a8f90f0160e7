@org.jspecify.annotations.NullMarked
package org.jiaogongti.platform.purpose.model;

package org.jiaogongti.platform.inspection;

/** A duty of the charter in a line. */
public record Duty(String id, String clause, String name) {}

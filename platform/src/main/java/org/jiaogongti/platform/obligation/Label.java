package org.jiaogongti.platform.obligation;

/** The name of a school or community as it is shown, and the short one for narrow places. */
public record Label(String name, String shortName) {}

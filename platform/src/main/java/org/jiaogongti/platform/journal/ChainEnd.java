package org.jiaogongti.platform.journal;

/**
 * A line of a district's chain as it stands for all before it: the last one, when it is given out.
 *
 * @param lines the line's number, which is how many there are up to it
 */
public record ChainEnd(String district, long lines, String sm3, String sha256) {}

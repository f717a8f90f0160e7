package org.jiaogongti.charter.notice;

/**
 * A numbered passage of the notice.
 *
 * @param address such as {@code 三(二)3}
 * @param text its characters as printed, line ends included
 * @param start offset in the notice's text, in UTF-16 units
 */
public record Clause(String address, String text, int start) {}

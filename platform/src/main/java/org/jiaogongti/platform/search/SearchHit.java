package org.jiaogongti.platform.search;

/**
 * Something found, with a page that the person may open.
 *
 * @param detail where it belongs, in a few words; may be empty
 */
public record SearchHit(String title, String detail, String href) {}

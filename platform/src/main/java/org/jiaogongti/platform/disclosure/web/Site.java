package org.jiaogongti.platform.disclosure.web;

/**
 * A district as its public pages name it.
 *
 * @param phone under which the public asks, or empty
 */
public record Site(String code, String name, String phone) {}

package org.jiaogongti.platform.access.web;

/**
 * What the form for a token holds.
 *
 * @param problem message key of what went wrong; empty at first
 * @param shown the token that was just made; empty otherwise
 */
public record TokenForm(String name, String scope, String days, String problem, String shown) {}

package org.jiaogongti.platform.access.web;

/**
 * What a page asks a device.
 *
 * @param challenge in base64url
 * @param host the name for which a passkey counts
 */
public record PasskeyAsk(String challenge, String host) {}

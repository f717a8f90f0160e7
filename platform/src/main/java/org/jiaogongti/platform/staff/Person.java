package org.jiaogongti.platform.staff;

import java.util.UUID;

/**
 * Somebody who works in the district.
 *
 * @param sortKey pinyin that may be corrected by hand, for lists in the usual order
 */
public record Person(UUID id, String name, String sortKey) {}

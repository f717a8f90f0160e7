package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in the district.
 *
 * @param number 工号, by which spreadsheets name the person, or null
 * @param sortKey pinyin that may be corrected by hand, for lists in the usual order
 * @param since the day somebody began to teach, from which years of service count, or null where nobody has said
 */
public record Person(UUID id, @Nullable String number, String name, String sortKey, @Nullable LocalDate since) {}

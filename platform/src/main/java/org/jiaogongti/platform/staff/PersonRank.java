package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.charter.Rank;

/** A person's rank from a day on, until the next one. */
public record PersonRank(UUID person, Rank rank, LocalDate from) {}

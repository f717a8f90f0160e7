package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jspecify.annotations.Nullable;

/** A person placed at another school; schools and people are names, an end after the day is the agreed one. */
public record SamplePlacement(UUID id, String fromSchool, String toSchool, String person, Rank rank, boolean permanent,
        boolean young, LocalDate start, @Nullable LocalDate end, @Nullable String mentor) {}

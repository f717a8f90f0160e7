package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jspecify.annotations.Nullable;

/** Who the district's people are, as far as groups need it, and the right that an appointment gives. Implemented by {@code staff}. */
public interface Personnel {

    /**
     * Somebody on a day.
     *
     * @param number 工号, or null
     * @param school where the person is posted, or null
     * @param researcher whether posted as a teaching researcher
     */
    record Somebody(UUID id, @Nullable String number, String name, @Nullable UUID school, Rank rank,
            boolean researcher) {}

    /** Those of the ids that exist; one select whatever their number. */
    Map<UUID, Somebody> find(Collection<UUID> people, LocalDate day);

    /** Everybody posted to a school or as a researcher on a day, in the order of lists of people. */
    List<Somebody> posted(LocalDate day);

    /** Everybody, posted or not. */
    List<Somebody> everybody(LocalDate day);

    /** The leaders of subject guidance groups convene them from the seats' first days to their last. */
    void convene(Collection<Seat> leaders);

    /** After the day the person convenes the group no more. */
    void convenesNoMore(Seat leader, LocalDate lastDay);

    /** The seats were entered by mistake and are taken back. */
    void convenedNever(Collection<Seat> leaders);
}

package org.jiaogongti.platform.agenda.model;

import java.util.UUID;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Site;

/** What can be in one place only at a time. */
public sealed interface Claim {

    /** Somebody of the register. */
    record Person(UUID id) implements Claim {}

    /** Somebody from outside, whom records know by the name alone. */
    record Guest(String name) implements Claim {}

    /** A class of a school. */
    record Pupils(Site site, ClassName name) implements Claim {}

    /** A room of a place, by the words of the record. */
    record Room(Site site, String name) implements Claim {}
}

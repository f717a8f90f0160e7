package org.jiaogongti.platform.access.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What somebody may hand to a colleague, has handed, and holds for others.
 *
 * @param choices the postings that may be handed over, as the form sends them
 */
public record DelegationView(List<Choice> choices, List<Line> given, List<Line> received, LocalDate today) {

    /** A posting to choose. */
    public record Choice(String value, RoleText role) {}

    /** A delegation that is not over. */
    public record Line(UUID id, RoleText role, String absent, String deputy, LocalDate first, LocalDate last) {}
}

package org.jiaogongti.platform.shell;

import java.time.LocalDate;
import java.util.Optional;

/** Tells the header the school week of a day; implemented over the district's calendar. Must not ask the database each time. */
public interface TermWeeks {

    Optional<TermWeek> on(LocalDate day);
}

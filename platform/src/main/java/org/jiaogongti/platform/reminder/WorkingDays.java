package org.jiaogongti.platform.reminder;

import java.time.LocalDate;

/** On which days people work. */
public interface WorkingDays {

    boolean works(LocalDate day);

    /** Who knows the district's calendar. */
    interface Source {

        WorkingDays now();
    }
}

package org.jiaogongti.platform.school.model;

import java.util.List;
import org.jiaogongti.charter.ForwardingWorld;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;

/** The district as it is, with another calendar. */
public record CalendarWorld(World world, List<Period> periods) implements ForwardingWorld {

    public CalendarWorld {
        periods = List.copyOf(periods);
    }
}

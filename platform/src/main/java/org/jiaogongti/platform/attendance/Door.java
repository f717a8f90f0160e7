package org.jiaogongti.platform.attendance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.activity.Turnouts.Gathering;
import org.jiaogongti.platform.attendance.Arrivals.Look;
import org.jiaogongti.platform.attendance.model.Names;
import org.jiaogongti.platform.attendance.model.Ticket;
import org.jspecify.annotations.Nullable;

/** The page of somebody who signs in. */
public sealed interface Door {

    /** It opens to nobody, by a message key. */
    record Shut(String key) implements Door {}

    /**
     * It opens.
     *
     * @param look what they look for
     * @param mine what this phone sent already, or what stands of the one a page was given for
     * @param known who it is, where that need not be asked
     * @param signed who stands on the list already
     * @param takes whether it can be done now
     */
    record Opened(Ticket ticket, Gathering gathering, List<Expected> expected, Look look, Names.Found found,
            List<Arrival> mine, @Nullable Expected known, Set<UUID> signed, boolean takes,
            Instant now) implements Door {

        public Opened {
            expected = List.copyOf(expected);
            mine = List.copyOf(mine);
            signed = Set.copyOf(signed);
        }

        /** Schools by id, in the order of the list. */
        public Map<UUID, String> schools() {
            Map<UUID, String> schools = new LinkedHashMap<>();
            expected.forEach(each -> {
                UUID school = each.school();
                if (school != null) {
                    schools.putIfAbsent(school, each.schoolName());
                }
            });
            return schools;
        }

        /** Where those belong who come for no school; empty where there are none. */
        public String unit() {
            return expected.stream().filter(each -> each.school() == null).map(Expected::schoolName).findFirst()
                    .orElse("");
        }

        public long ofSchool() {
            UUID school = look.school();
            return expected.stream().filter(each -> school == null || school.equals(each.school())).count();
        }

        /** What stands, to be shown first. */
        public List<Arrival> standing() {
            return mine.stream().filter(Arrival::stands).toList();
        }

        /** What the host has said no to. */
        public List<Arrival> refused() {
            return mine.stream().filter(each -> each.state() == Arrival.State.REFUSED).toList();
        }
    }
}

package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Messages;

/**
 * What another module has noted about a duty, as a card on its page.
 *
 * @param href where there is more, or empty
 * @param lines the latest first
 */
public record DutyCard(String title, String href, List<Line> lines) {

    public DutyCard {
        lines = List.copyOf(lines);
    }

    /**
     * A line of it.
     *
     * @param note in small below, or empty
     * @param shape of its state
     * @param word of its state
     */
    public record Line(LocalDate day, String text, String note, String href, String shape, String word) {}

    /**
     * What a page is about.
     *
     * @param schools whose duty it is: the bearer and whom it is owed to, or all schools of the community that bears it
     * @param names of schools by id
     */
    public record About(String duty, Set<UUID> schools, Function<UUID, String> names) {

        public About {
            schools = Set.copyOf(schools);
        }
    }

    /**
     * Implemented by modules that come after this one; each answers for what this person may see, with as many selects
     * whatever it knows.
     */
    public interface Source {

        List<DutyCard> of(Actor actor, About about, Messages m);
    }
}

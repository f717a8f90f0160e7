package org.jiaogongti.platform.obligation;

import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.counting.Counting;

/**
 * The charter in force over the district's schools and calendar.
 *
 * @param version changes with anything of it
 */
public record InForce(Counting counting, WorldLabels labels, UUID version) {

    public Charter charter() {
        return counting.charter();
    }

    public World world() {
        return counting.world();
    }
}

package org.jiaogongti.charter.appraising;

import java.util.Map;
import org.jiaogongti.charter.counting.Progress;

/**
 * Where one instance stands, and who brought it there.
 *
 * @param clause the address of the clause it comes from
 * @param led what was led by each school of the bearer's community; what others led is in the progress alone
 */
public record Standing(Progress progress, String clause, Map<String, Integer> led) {

    public Standing {
        led = Map.copyOf(led);
    }
}

package org.jiaogongti.platform.activity.model;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jspecify.annotations.Nullable;

/**
 * Who has a place and who waits. It follows from the order of coming alone: when somebody leaves, the first who waits has a
 * place without anybody having to do something.
 */
public final class Places {

    private Places() {}

    /**
     * @param inOrder those on the list, in the order of coming
     * @param places for those who sign up, or null where there is no end of them; the invited take none
     * @return for each 0 or the place in the queue
     */
    public static List<Integer> waiting(List<Way> inOrder, @Nullable Integer places) {
        List<Integer> waiting = new ArrayList<>();
        int came = 0;
        for (Way way : inOrder) {
            if (way == Way.SIGNED_UP) {
                came++;
            }
            waiting.add(way == Way.INVITED || places == null || came <= places ? 0 : came - places);
        }
        return waiting;
    }

    /** How many more can sign up and have a place at once; null where there is no end of them. */
    public static @Nullable Integer left(List<Way> inOrder, @Nullable Integer places) {
        int came = (int) inOrder.stream().filter(Way.SIGNED_UP::equals).count();
        return places == null ? null : Integer.valueOf(Math.max(0, places - came));
    }
}

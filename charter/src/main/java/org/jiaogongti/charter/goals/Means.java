package org.jiaogongti.charter.goals;

import java.util.List;
import java.util.NavigableMap;
import java.util.Collections;
import java.util.TreeMap;

/** How an indicator's value is come by. */
public sealed interface Means {

    /**
     * 记录: told from all records there are, so without an error of sampling.
     *
     * @param duties ids of the duties that are looked at; empty unless {@code what} is {@link Recorded#DUTIES_MET}
     */
    record Records(Recorded what, List<String> duties) implements Means {
        public Records {
            duties = List.copyOf(duties);
        }
    }

    /** 结果: measured elsewhere and entered with its error and its source. */
    record Outcomes() implements Means {}

    /**
     * 评定: people judge by a rubric; the level they name is the value.
     *
     * @param rubric level → what it means
     */
    record Judgement(NavigableMap<Integer, String> rubric) implements Means {
        public Judgement {
            rubric = Collections.unmodifiableNavigableMap(new TreeMap<>(rubric));
        }
    }
}

package org.jiaogongti.platform.filing;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.obligation.Effect;

/** What became of something somebody wanted to do with a filing. A refusal is a value and says the way out. */
public sealed interface FilingOutcome {

    /**
     * It is done.
     *
     * @param filing as it stands now
     * @param effects what moved
     */
    record Done(Filing filing, List<Effect> effects) implements FilingOutcome {

        public Done {
            effects = List.copyOf(effects);
        }
    }

    /** The same form was sent before. */
    record Already(UUID id) implements FilingOutcome {}

    /**
     * A field is not as it has to be.
     *
     * @param key a message key
     */
    record Bad(String field, String key, List<Object> numbers) implements FilingOutcome {

        public Bad(String field, String key, Object... numbers) {
            this(field, key, List.of(numbers));
        }
    }

    /** Not allowed as things stand. */
    record No(String key, List<Object> numbers) implements FilingOutcome {

        public No(String key, Object... numbers) {
            this(key, List.of(numbers));
        }
    }

    /** Somebody else was faster; this is what they did. */
    record Settled(FilingStep by) implements FilingOutcome {}

    /** There is a later text than the one that was looked at, or written on. */
    record Stale(PlanVersion seen, PlanVersion latest) implements FilingOutcome {}

    /** It does not exist for this person. */
    record Absent() implements FilingOutcome {}
}

package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.obligation.Effect;

/** What became of something somebody wanted to do with an occasion. A refusal is a value and says the way out. */
public sealed interface Outcome {

    /**
     * It is done.
     *
     * @param effects what moved
     */
    record Done(UUID id, List<Effect> effects) implements Outcome {

        public Done {
            effects = List.copyOf(effects);
        }
    }

    /** The same form was sent before; this is what it became. */
    record Already(UUID id) implements Outcome {}

    /** Nothing was saved: another side entered something that may be the same, and a person has to say. */
    record PerhapsSame(List<Occasion> others) implements Outcome {

        public PerhapsSame {
            others = List.copyOf(others);
        }
    }

    /** Nothing was saved: these fields. */
    record Bad(List<FieldError> errors) implements Outcome {

        public Bad {
            errors = List.copyOf(errors);
        }

        public static Bad field(String field, String key, Object... numbers) {
            return new Bad(List.of(new FieldError(field, key, numbers)));
        }
    }

    /** Nothing was saved: somebody else changed it meanwhile. */
    record Stale(Occasion now) implements Outcome {}

    /**
     * Not allowed as things stand.
     *
     * @param key a message key
     */
    record No(String key, List<Object> numbers) implements Outcome {

        public No(String key, Object... numbers) {
            this(key, List.of(numbers));
        }
    }

    /** It does not exist for this person. */
    record Absent() implements Outcome {}
}

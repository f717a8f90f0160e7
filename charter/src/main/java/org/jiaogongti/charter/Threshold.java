package org.jiaogongti.charter;

import java.util.List;
import java.util.function.IntSupplier;

/** A number of people, possibly by the size of a school. */
public sealed interface Threshold {

    /** So many people. */
    record People(int number) implements Threshold {}

    /**
     * A share of the school's full-time teachers (专任教师).
     *
     * @param rounding how a broken number becomes whole
     */
    record ShareOfTeachers(int numerator, int denominator, Rounding rounding) implements Threshold {}

    /** The smallest of some. */
    record Smaller(List<Threshold> of) implements Threshold {
        public Smaller {
            of = List.copyOf(of);
        }
    }

    /** The largest of some. */
    record Larger(List<Threshold> of) implements Threshold {
        public Larger {
            of = List.copyOf(of);
        }
    }

    /** Up (进位) or down (舍去). */
    enum Rounding {
        UP("向上"), DOWN("向下");

        private final String word;

        Rounding(String word) {
            this.word = word;
        }

        /** The clerk's word. */
        public String word() {
            return word;
        }
    }

    /** The number for a school; its teachers are asked for only where needed. */
    default int number(IntSupplier teachers) {
        return switch (this) {
            case People people -> people.number();
            case ShareOfTeachers share -> {
                long product = (long) teachers.getAsInt() * share.numerator();
                yield Math.toIntExact(share.rounding() == Rounding.UP
                        ? Math.ceilDiv(product, (long) share.denominator())
                        : Math.floorDiv(product, (long) share.denominator()));
            }
            case Smaller smaller ->
                smaller.of().stream().mapToInt(part -> part.number(teachers)).min().orElseThrow();
            case Larger larger -> larger.of().stream().mapToInt(part -> part.number(teachers)).max().orElseThrow();
        };
    }
}

package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A linear mixed model in the formula language of lme4, for example {@code score ~ prior * sex + (prior | school / class)}.
 * Fixed part: {@code + - * : / ^ ( ) 0 1} and computed variables; random part: {@code (terms | group)},
 * {@code (terms || group)}, groups {@code a/b} (a, and b within a) and {@code a:b}. A name with other signs than
 * letters, digits, dot and underscore stands between backticks.
 *
 * <p>Source: Bates, Maechler, Bolker and Walker (2015), Journal of Statistical Software 67(1), section 2.
 *
 * @param text as it was written
 * @param response left of the tilde
 * @param fixed the fixed part
 * @param random the random terms in the order in which the formula has them
 */
public record Formula(String text, Expression response, Terms fixed, List<RandomTerm> random) {

    public Formula {
        random = List.copyOf(random);
    }

    /**
     * One random term.
     *
     * @param terms what varies from group to group
     * @param group the name of the grouping factor, such as {@code class:school}
     * @param columns whose values joined by colons are the factor's levels, in this order
     */
    public record RandomTerm(Terms terms, String group, List<String> columns) {

        public RandomTerm {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Reads a formula.
     *
     * @throws org.jiaogongti.measurement.Refused with the place in the formula, if it cannot be read
     */
    public static Formula parse(String text) {
        return new FormulaParser(text).formula();
    }

    /** Columns that take part as numbers or as factors: the response and all terms. */
    public Set<String> covariates() {
        Set<String> names = new LinkedHashSet<>();
        Terms.collect(response, names);
        names.addAll(fixed.columns());
        random.forEach(term -> names.addAll(term.terms().columns()));
        return names;
    }

    /** Columns that say which group a row belongs to. */
    public Set<String> groupings() {
        Set<String> names = new LinkedHashSet<>();
        random.forEach(term -> names.addAll(term.columns()));
        return names;
    }

    /** All columns it reads. */
    public List<String> columns() {
        Set<String> names = covariates();
        names.addAll(groupings());
        return new ArrayList<>(names);
    }
}

package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The right side of a formula, multiplied out: which products of variables are in the model, main effects first.
 *
 * @param intercept whether a constant is among them
 * @param variables in the order in which the formula names them
 * @param products each a set of indices of {@code variables}
 */
public record Terms(boolean intercept, List<Expression> variables, List<BitSet> products) {

    public Terms {
        variables = List.copyOf(variables);
        products = List.copyOf(products);
    }

    /** Orders products by the number of their variables, as R does; the empty product is the intercept. */
    static Terms of(List<Expression> variables, Set<BitSet> products) {
        List<BitSet> ordered = new ArrayList<>();
        products.stream().filter(product -> !product.isEmpty()).forEach(ordered::add);
        ordered.sort(Comparator.comparingInt(BitSet::cardinality));
        return new Terms(products.contains(new BitSet()), variables, ordered);
    }

    /** {@code a * b}: both, and their products. */
    static Set<BitSet> cross(Set<BitSet> left, Set<BitSet> right) {
        Set<BitSet> result = new LinkedHashSet<>(left);
        result.addAll(right);
        result.addAll(interact(left, right));
        return result;
    }

    /** {@code a : b}: every product of one with the other. */
    static Set<BitSet> interact(Set<BitSet> left, Set<BitSet> right) {
        Set<BitSet> result = new LinkedHashSet<>();
        for (BitSet one : left) {
            for (BitSet other : right) {
                BitSet product = (BitSet) one.clone();
                product.or(other);
                result.add(product);
            }
        }
        return result;
    }

    /** {@code a / b}: a, and b within all of a. */
    static Set<BitSet> nest(Set<BitSet> left, Set<BitSet> right) {
        BitSet all = new BitSet();
        left.forEach(all::or);
        Set<BitSet> result = new LinkedHashSet<>(left);
        result.addAll(interact(Set.of(all), right));
        return result;
    }

    /** The columns of numbers or categories it needs. */
    Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        variables.forEach(variable -> collect(variable, names));
        return names;
    }

    static void collect(Expression expression, Set<String> names) {
        switch (expression) {
            case Expression.Column column -> names.add(column.name());
            case Expression.Category category -> names.add(category.column().name());
            case Expression.Constant _ -> {
            }
            case Expression.Call call -> collect(call.argument(), names);
            case Expression.Operation operation -> {
                collect(operation.left(), names);
                collect(operation.right(), names);
            }
        }
    }
}

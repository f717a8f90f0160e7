package org.jiaogongti.cli.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Expression;
import org.jiaogongti.measurement.growth.Formula;
import org.jiaogongti.measurement.growth.Frame;
import org.jiaogongti.measurement.growth.Frame.Column;
import org.jiaogongti.measurement.growth.Frame.Levels;

/**
 * The columns that a formula uses. A column of texts is a factor, one of numbers is not, unless {@code --factors} or
 * {@code levels.csv} names it. A column in which some fields are numbers and some are not is refused as a covariate.
 */
final class MixedData {

    private final Csv csv;
    private final Set<String> factors;
    private final Map<String, List<String>> orders;

    private MixedData(Csv csv, Set<String> factors, Map<String, List<String>> orders) {
        this.csv = csv;
        this.factors = factors;
        this.orders = orders;
    }

    static Frame frame(Csv csv, Path data, Formula formula, Set<String> factors) {
        formula.columns().forEach(csv::column);
        factors.forEach(csv::column);
        Path levels = data.resolveSibling("levels.csv");
        MixedData columns = new MixedData(csv, factors, Files.exists(levels) ? orders(Csv.read(levels)) : Map.of());
        int rows = csv.rows();
        Map<String, Column> covariates = load(formula.covariates(), name -> {
            boolean response = formula.response().equals(new Expression.Column(name));
            return response ? new Frame.Numbers(csv.numbers(name)) : columns.covariate(name);
        });
        return new Frame(rows, covariates, load(formula.groupings(), columns::levels));
    }

    /** A column, or why it cannot be read. */
    private sealed interface Loaded<C> {

        record Column<C>(C column) implements Loaded<C> {}

        record Wrong<C>(Refusal refusal) implements Loaded<C> {}
    }

    /** Reads columns side by side; of several refusals the one of the first column is thrown. */
    private static <C> Map<String, C> load(Set<String> names, Function<String, C> read) {
        List<Loaded<C>> all = names.parallelStream().map(name -> attempt(name, read)).toList();
        Map<String, C> columns = new LinkedHashMap<>();
        int at = 0;
        for (String name : names) {
            switch (all.get(at++)) {
                case Loaded.Column<C>(C column) -> columns.put(name, column);
                case Loaded.Wrong<C>(Refusal refusal) -> throw refusal;
            }
        }
        return columns;
    }

    private static <C> Loaded<C> attempt(String name, Function<String, C> read) {
        try {
            return new Loaded.Column<>(read.apply(name));
        } catch (Refusal refusal) {
            return new Loaded.Wrong<>(refusal);
        }
    }

    private Column covariate(String name) {
        if (factors.contains(name) || orders.containsKey(name)) {
            return levels(name);
        }
        try {
            return new Frame.Numbers(csv.numbers(name));
        } catch (Refusal text) {
            Factor factor = csv.factor(name);
            if (factor.levels().stream().anyMatch(MixedData::number)) {
                throw new Refusal(text.getMessage() + "；若是类别，请用 --factors " + name);
            }
            return levels(name, factor);
        }
    }

    private Levels levels(String name) {
        return levels(name, csv.factor(name));
    }

    private Levels levels(String name, Factor factor) {
        Levels levels = new Levels(factor.codes(), factor.levels());
        List<String> order = orders.get(name);
        if (order == null) {
            return levels.sorted();
        }
        try {
            return levels.ordered(order);
        } catch (Refused refused) {
            throw csv.refusal(refused);
        }
    }

    private static boolean number(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException exception) {
            return false;
        }
    }

    /** The levels of each column named in a table column, order, level. */
    private static Map<String, List<String>> orders(Csv table) {
        String[] columns = table.texts("column");
        double[] places = table.numbers("order");
        String[] levels = table.texts("level");
        Map<String, List<Integer>> rows = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.computeIfAbsent(columns[row], _ -> new ArrayList<>()).add(row);
        }
        Map<String, List<String>> orders = new HashMap<>();
        rows.forEach((column, own) -> {
            own.sort(Comparator.comparingDouble(row -> places[row]));
            orders.put(column, own.stream().map(row -> levels[row]).toList());
        });
        return orders;
    }
}

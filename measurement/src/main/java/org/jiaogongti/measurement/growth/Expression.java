package org.jiaogongti.measurement.growth;

import java.util.function.Function;
import org.jiaogongti.measurement.Refused;

/** A variable of a formula: a column, or a figure computed from columns, such as {@code log(score)} or {@code I(x^2)}. */
public sealed interface Expression {

    /** A column by its name. */
    record Column(String name) implements Expression {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A column taken as a factor whatever stands in it: {@code factor(year)}. */
    record Category(String function, Column column) implements Expression {

        @Override
        public String toString() {
            return function + "(" + column + ")";
        }
    }

    /** A number. */
    record Constant(double value, String text) implements Expression {

        @Override
        public String toString() {
            return text;
        }
    }

    /** A function of one argument: {@code I}, {@code log}, {@code log2}, {@code log10}, {@code exp}, {@code sqrt}, {@code abs}. */
    record Call(String function, Expression argument) implements Expression {

        @Override
        public String toString() {
            return function + "(" + argument + ")";
        }
    }

    /** Two figures and a sign between them: {@code + - * / ^}. */
    record Operation(char sign, Expression left, Expression right) implements Expression {

        @Override
        public String toString() {
            return sign == '^' ? left + "^" + right : left + " " + sign + " " + right;
        }
    }

    /** The figures of all rows, from the columns of numbers that it needs. */
    default double[] evaluate(int rows, Function<String, double[]> columns) {
        return switch (this) {
            case Column column -> columns.apply(column.name());
            case Category category -> columns.apply(category.column().name());
            case Constant constant -> {
                double[] values = new double[rows];
                java.util.Arrays.fill(values, constant.value());
                yield values;
            }
            case Call call -> {
                double[] values = call.argument().evaluate(rows, columns).clone();
                for (int i = 0; i < rows; i++) {
                    values[i] = function(call.function(), values[i]);
                }
                yield values;
            }
            case Operation operation -> {
                double[] left = operation.left().evaluate(rows, columns);
                double[] right = operation.right().evaluate(rows, columns);
                double[] values = new double[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = calculate(operation.sign(), left[i], right[i]);
                }
                yield values;
            }
        };
    }

    private static double function(String name, double x) {
        return switch (name) {
            case "I" -> x;
            case "log" -> Math.log(x);
            case "log2" -> Math.log(x) / Math.log(2);
            case "log10" -> Math.log10(x);
            case "log1p" -> Math.log1p(x);
            case "exp" -> Math.exp(x);
            case "sqrt" -> Math.sqrt(x);
            case "abs" -> Math.abs(x);
            default -> throw Refused.whole("公式里的函数 " + name + " 不认识；可用 I、log、log2、log10、log1p、exp、sqrt、abs、factor");
        };
    }

    private static double calculate(char sign, double x, double y) {
        return switch (sign) {
            case '+' -> x + y;
            case '-' -> x - y;
            case '*' -> x * y;
            case '/' -> x / y;
            case '^' -> Math.pow(x, y);
            default -> throw new IllegalStateException("sign " + sign);
        };
    }
}

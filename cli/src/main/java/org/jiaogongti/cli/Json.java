package org.jiaogongti.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, iterables, arrays of doubles, strings, numbers and booleans as JSON; what it is given decides the order.
 * Doubles are written so that they read back to the same bits; what is no number (NaN, infinite) is null.
 */
public final class Json {

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    public static String of(Object value) {
        Json json = new Json();
        json.write(value, 0);
        return json.text.append('\n').toString();
    }

    private void write(@Nullable Object value, int depth) {
        switch (value) {
            case null -> text.append("null");
            case Double number when !Double.isFinite(number) -> text.append("null");
            case double[] numbers -> writeNumbers(numbers);
            case Map<?, ?> map -> writeMap(map, depth);
            case Iterable<?> items -> writeList(items, depth);
            case Number number -> text.append(number);
            case Boolean flag -> text.append(flag);
            default -> writeString(value.toString());
        }
    }

    private void writeMap(Map<?, ?> map, int depth) {
        text.append('{');
        boolean flat = map.values().stream().noneMatch(value -> value instanceof Map || value instanceof Iterable);
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(separator);
            newLine(flat, depth + 1);
            writeString(String.valueOf(entry.getKey()));
            text.append(": ");
            write(entry.getValue(), depth + 1);
            separator = flat ? ", " : ",";
        }
        if (!map.isEmpty()) {
            newLine(flat, depth);
        }
        text.append('}');
    }

    private void writeList(Iterable<?> items, int depth) {
        text.append('[');
        String separator = "";
        for (Object item : items) {
            text.append(separator);
            newLine(false, depth + 1);
            write(item, depth + 1);
            separator = ",";
        }
        if (!separator.isEmpty()) {
            newLine(false, depth);
        }
        text.append(']');
    }

    private void writeNumbers(double[] numbers) {
        text.append('[');
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ", ");
            if (Double.isFinite(numbers[i])) {
                text.append(numbers[i]);
            } else {
                text.append("null");
            }
        }
        text.append(']');
    }

    private void newLine(boolean flat, int depth) {
        if (!flat) {
            text.append('\n').repeat("  ", depth);
        }
    }

    private void writeString(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}

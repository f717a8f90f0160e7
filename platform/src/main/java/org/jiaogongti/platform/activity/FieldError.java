package org.jiaogongti.platform.activity;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param key a message key
 * @param numbers what the message names
 */
public record FieldError(String field, String key, List<Object> numbers) {

    public FieldError {
        numbers = List.copyOf(numbers);
    }

    public FieldError(String field, String key, Object... numbers) {
        this(field, key, List.of(numbers));
    }
}

package org.jiaogongti.platform.seal;

/**
 * A column that holds sealed values. What was sealed for one column, row and district opens in no other.
 *
 * @param table with its schema, for example {@code access.second_factor}
 */
public record SealedColumn(String table, String column) {

    @Override
    public String toString() {
        return table + "." + column;
    }
}

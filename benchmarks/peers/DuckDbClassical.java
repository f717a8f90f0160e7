import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Classical item analysis in DuckDB: variances, covariances with the total and the 27 % groups, in SQL.
 * java -cp duckdb_jdbc.jar benchmarks/peers/DuckDbClassical.java DATA.csv
 */
final class DuckDbClassical {

    private DuckDbClassical() {}

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE x AS SELECT * FROM read_csv('" + args[0] + "', header = true)");
            List<String> items = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery("SELECT column_name FROM (DESCRIBE x)")) {
                while (columns.next()) {
                    items.add('"' + columns.getString(1) + '"');
                }
            }
            long loaded = System.nanoTime();
            int k = items.size();
            statement.execute("CREATE TABLE t AS SELECT *, " + String.join(" + ", items) + " AS total FROM x");
            StringBuilder sums = new StringBuilder("SELECT count(*), var_samp(total)");
            for (String item : items) {
                sums.append(", avg(").append(item).append("), var_samp(").append(item).append("), covar_samp(")
                        .append(item).append(", total)");
            }
            double n;
            double ofTotal;
            double ofItems = 0;
            double correlations = 0;
            try (ResultSet row = statement.executeQuery(sums + " FROM t")) {
                row.next();
                n = row.getDouble(1);
                ofTotal = row.getDouble(2);
                for (int j = 0; j < k; j++) {
                    ofItems += row.getDouble(4 + 3 * j);
                    correlations += row.getDouble(5 + 3 * j) / Math.sqrt(row.getDouble(4 + 3 * j) * ofTotal);
                }
            }
            long group = (long) Math.rint(0.27 * n);
            long low = cut(statement, "ASC", group);
            long high = cut(statement, "DESC", group);
            double discrimination = 0;
            StringBuilder groups = new StringBuilder("SELECT 0");
            for (String item : items) {
                groups.append(", avg(").append(item).append(") FILTER (total >= ").append(high).append(") - avg(")
                        .append(item).append(") FILTER (total <= ").append(low).append(')');
            }
            try (ResultSet row = statement.executeQuery(groups + " FROM t")) {
                row.next();
                for (int j = 0; j < k; j++) {
                    discrimination += row.getDouble(2 + j);
                }
            }
            double alpha = k / (k - 1.0) * (1 - ofItems / ofTotal);
            System.out.printf("n %.0f k %d alpha %.15g SEM %.15g sumD27 %.15g sumR %.15g load %.2f s analysis %.2f s%n",
                    n, k, alpha, Math.sqrt(ofTotal * (1 - alpha)), discrimination, correlations,
                    (loaded - start) / 1e9, (System.nanoTime() - loaded) / 1e9);
        }
    }

    private static long cut(Statement statement, String direction, long group) throws Exception {
        try (ResultSet row = statement.executeQuery(
                "SELECT total FROM t ORDER BY total " + direction + " LIMIT 1 OFFSET " + (group - 1))) {
            row.next();
            return row.getLong(1);
        }
    }
}

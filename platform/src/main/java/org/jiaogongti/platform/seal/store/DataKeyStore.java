package org.jiaogongti.platform.seal.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the data keys; the district is the transaction's. */
@Repository
public class DataKeyStore {

    private final JdbcClient jdbc;

    @Autowired
    DataKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Outside of the application, over connections that are inside a transaction with the district set. */
    public DataKeyStore(DataSource connections) {
        this(JdbcClient.create(connections));
    }

    /** A data key as it lies in the database. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record WrappedKey(int number, byte[] wrapped, String wrappedBy) {}

    public List<WrappedKey> all() {
        return jdbc.sql("SELECT number, wrapped, wrapped_by FROM seal.data_key ORDER BY number")
                .query((rows, index) -> new WrappedKey(rows.getInt(1), rows.getBytes(2), rows.getString(3))).list();
    }

    /** Of two that make the first key at once, one is kept. */
    public void insert(WrappedKey key, Instant now) {
        jdbc.sql("""
                INSERT INTO seal.data_key (number, wrapped, wrapped_by, made_at)
                VALUES (:number, :wrapped, :by, :now) ON CONFLICT (district, number) DO NOTHING
                """).param("number", key.number()).param("wrapped", key.wrapped()).param("by", key.wrappedBy())
                .param("now", Timestamp.from(now)).update();
    }

    public void rewrap(WrappedKey key) {
        jdbc.sql("UPDATE seal.data_key SET wrapped = :wrapped, wrapped_by = :by WHERE number = :number")
                .param("number", key.number()).param("wrapped", key.wrapped()).param("by", key.wrappedBy()).update();
    }
}

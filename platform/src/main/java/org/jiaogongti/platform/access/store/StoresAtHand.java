package org.jiaogongti.platform.access.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores that a command on the server needs, over its own connection. */
public record StoresAtHand(DistrictStore districts, AccountStore accounts, GrantStore grants, AttemptStore attempts,
        SecondFactorStore factors, PasskeyStore passkeys) {

    /** The connection works as the application's role in a transaction; the caller sets its district and commits. */
    public static StoresAtHand over(DataSource connections) {
        JdbcClient jdbc = JdbcClient.create(connections);
        return new StoresAtHand(new DistrictStore(jdbc), new AccountStore(jdbc), new GrantStore(jdbc),
                new AttemptStore(jdbc), new SecondFactorStore(jdbc), new PasskeyStore(jdbc));
    }
}

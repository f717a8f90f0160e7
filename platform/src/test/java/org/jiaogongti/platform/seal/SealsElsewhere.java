package org.jiaogongti.platform.seal;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jiaogongti.platform.seal.store.DataKeyStore;
import org.jiaogongti.platform.shell.BusinessClock;

/** Another installation's seals, without its application. */
public final class SealsElsewhere {

    private SealsElsewhere() {}

    public static Seals of(DataSource connections, SealSettings settings, String district) {
        SealScope scope = () -> district;
        BusinessClock clock = BusinessClock.of(Clock.system(BusinessClock.ZONE), Optional.empty());
        return new Seals(new DataKeys(new DataKeyStore(connections), scope, settings, clock), scope, settings);
    }
}

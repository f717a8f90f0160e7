package org.jiaogongti.platform.seal;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jiaogongti.platform.seal.store.DataKeyStore;
import org.jiaogongti.platform.shell.BusinessClock;

/**
 * A district's data keys on their way to another installation: opened by the one's key file, wrapped by the other's. What
 * they sealed stays as it is, since it is bound to district, column and row and not to an installation.
 */
public final class KeyTransport {

    private final DataKeys keys;

    /** Over connections that are inside a transaction with the district set. */
    public KeyTransport(DataSource connections, SealSettings settings, String district, BusinessClock clock) {
        this.keys = new DataKeys(new DataKeyStore(connections), () -> district, settings, clock);
    }

    /** By number; empty where nothing was sealed yet. */
    public Map<Integer, byte[]> opened() {
        return new TreeMap<>(keys.opened());
    }

    public void adopt(Map<Integer, byte[]> arrived) {
        if (!arrived.isEmpty()) {
            keys.adopt(arrived);
        }
    }
}

package org.jiaogongti.platform.seal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaogongti.platform.seal.model.Envelope;
import org.jiaogongti.platform.seal.store.DataKeyStore;
import org.jiaogongti.platform.seal.store.DataKeyStore.WrappedKey;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A district's data keys: number 0 makes blind indexes, the highest one seals, all open. They lie in the database, wrapped by a
 * key that does not.
 */
@Component
class DataKeys {

    static final int INDEX = 0;
    private static final int FIRST = 1;

    private final DataKeyStore store;
    private final SealScope scope;
    private final SealSettings settings;
    private final KeyFile file;
    private final BusinessClock clock;

    DataKeys(DataKeyStore store, SealScope scope, SealSettings settings, BusinessClock clock) {
        this.store = store;
        this.scope = scope;
        this.settings = settings;
        this.file = new KeyFile(settings.keyFile(), KeyFile.Use.SEALING);
        this.clock = clock;
    }

    /** All of the district, by number; empty when nothing was sealed there yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Integer, byte[]> opened() {
        Map<String, byte[]> wrapping = file.keys();
        Map<Integer, byte[]> keys = new HashMap<>();
        for (WrappedKey row : store.all()) {
            keys.put(row.number(), unwrap(row, wrapping));
        }
        return keys;
    }

    /**
     * Makes the district's first keys. They are kept even if the caller's transaction is not: a key that others hold already must
     * never be lost.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<Integer, byte[]> make() {
        String by = file.currentOrNew();
        Map<String, byte[]> wrapping = file.keys();
        for (int number : new int[]{INDEX, FIRST}) {
            store.insert(wrapped(number, Envelope.newKey(), by, wrapping), clock.now());
        }
        return opened();
    }

    /** Wraps by the file's last key what an earlier one wraps; returns how many that were. Opens all of them on the way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int rewrap() {
        Map<String, byte[]> wrapping = file.keys();
        Optional<String> current = file.current();
        int changed = 0;
        for (WrappedKey row : store.all()) {
            byte[] key = unwrap(row, wrapping);
            if (!row.wrappedBy().equals(current.orElseThrow())) {
                store.rewrap(wrapped(row.number(), key, current.orElseThrow(), wrapping));
                changed++;
            }
        }
        return changed;
    }

    /** Takes in keys of the district that were made elsewhere, wrapped by a key of this installation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(Map<Integer, byte[]> keys) {
        String by = file.currentOrNew();
        Map<String, byte[]> wrapping = file.keys();
        keys.forEach((number, key) -> store.insert(wrapped(number, key, by, wrapping), clock.now()));
    }

    private WrappedKey wrapped(int number, byte[] key, String by, Map<String, byte[]> wrapping) {
        byte[] sealed = Envelope.seal(settings.cipher(), number, known(by, wrapping), place(number, by), key);
        return new WrappedKey(number, sealed, by);
    }

    private byte[] unwrap(WrappedKey row, Map<String, byte[]> wrapping) {
        return Envelope.open(known(row.wrappedBy(), wrapping), place(row.number(), row.wrappedBy()), row.wrapped())
                .orElseThrow(() -> new SealBroken("封存密钥 " + row.wrappedBy() + " 打不开 " + scope.district()
                        + " 的数据：密钥文件 " + file.path() + " 被改动过，或数据库中的记录被改动过。请放回备份时的密钥文件。\n"
                        + "Sealing key " + row.wrappedBy() + " does not open the data of district " + scope.district()
                        + ": put back the copy of the key file, or the database's backup."));
    }

    private byte[] known(String id, Map<String, byte[]> wrapping) {
        byte[] key = wrapping.get(id);
        if (key == null) {
            throw new SealBroken("没有封存密钥 " + id + "：" + scope.district() + " 的封存内容是用它封的，而 " + file.path()
                    + " 里没有。请放回与这份数据配套的密钥文件，没有它，电话号码和两步登录打不开。\n"
                    + "Sealing key " + id + " is not in " + file.path()
                    + ". Put back the key file that belongs to this data; without it nothing sealed can be opened.");
        }
        return key;
    }

    private List<String> place(int number, String by) {
        return List.of("data key", scope.district(), Integer.toString(number), by);
    }

    /** Opened keys by district, for as long as the application runs. */
    static final class Ring {

        private final Map<String, Map<Integer, byte[]>> known = new ConcurrentHashMap<>();

        Map<Integer, byte[]> of(String district) {
            return known.getOrDefault(district, Map.of());
        }

        void keep(String district, Map<Integer, byte[]> keys) {
            known.put(district, Map.copyOf(keys));
        }
    }
}

package org.jiaogongti.platform.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.platform.seal.model.Envelope;
import org.jiaogongti.platform.seal.model.Macs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals what must not be readable in the database, and opens it. A value is bound to its district, column and row: put
 * elsewhere, it does not open. The keys of the district in scope are used.
 */
@Service
public class Seals {

    private final DataKeys keys;
    private final SealScope scope;
    private final SealSettings settings;
    private final DataKeys.Ring ring = new DataKeys.Ring();

    Seals(DataKeys keys, SealScope scope, SealSettings settings) {
        this.keys = keys;
        this.scope = scope;
        this.settings = settings;
    }

    /** For a column of type {@code lib.sealed}; the same value is another text each time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] seal(SealedColumn column, UUID row, byte[] plain) {
        Map<Integer, byte[]> known = known();
        int newest = known.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return Envelope.seal(settings.cipher(), newest, key(known, newest), place(column, row), plain);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] seal(SealedColumn column, UUID row, String plain) {
        return seal(column, row, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** What was sealed for this column and row; {@link SealBroken} when it was not, or its key is not here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] open(SealedColumn column, UUID row, byte[] sealed) {
        int number = Envelope.keyNumber(sealed).orElseThrow(() -> changed(column, row));
        byte[] key = known(number);
        if (key == null) {
            throw changed(column, row);
        }
        return Envelope.open(key, place(column, row), sealed).orElseThrow(() -> changed(column, row));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String openText(SealedColumn column, UUID row, byte[] sealed) {
        return new String(open(column, row, sealed), StandardCharsets.UTF_8);
    }

    /**
     * For a column of type {@code lib.blind_index}: equal for equal values of one column in one district, and worth nothing
     * without the key. Normalise the value first: what people write in two ways must be one text.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] index(SealedColumn column, String normal) {
        return Macs.sm3(key(known(), DataKeys.INDEX), List.of("blind index", column.toString(), normal));
    }

    /**
     * Opens every data key of the district and wraps by the newest wrapping key those that an earlier one wraps. Returns how
     * many that were.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int rewrap() {
        return keys.rewrap();
    }

    private static byte[] key(Map<Integer, byte[]> known, int number) {
        return Objects.requireNonNull(known.get(number), "data key " + number);
    }

    private Map<Integer, byte[]> known() {
        String district = scope.district();
        Map<Integer, byte[]> known = ring.of(district);
        if (known.isEmpty()) {
            known = keys.opened();
            if (known.isEmpty()) {
                known = keys.make();
            }
            ring.keep(district, known);
        }
        return known;
    }

    /** A key that another copy of the application has made since is looked up once more; null when there is none. */
    private byte @Nullable [] known(int number) {
        Map<Integer, byte[]> known = ring.of(scope.district());
        if (!known.containsKey(number)) {
            known = keys.opened();
            if (!known.isEmpty()) {
                ring.keep(scope.district(), known);
            }
        }
        return known.get(number);
    }

    private List<String> place(SealedColumn column, UUID row) {
        return List.of(scope.district(), column.table(), column.column(), row.toString());
    }

    private SealBroken changed(SealedColumn column, UUID row) {
        return new SealBroken("封存的内容被改动过，或不是这一行的：" + column + "，" + row + "\nWhat is sealed in " + column + " of row "
                + row + " was changed, or was sealed for another row. Put the row back from a backup.");
    }
}

package org.jiaogongti.platform.purpose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.purpose.Certificate.Cause;
import org.jiaogongti.platform.purpose.store.RetentionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way in which the platform says that it has erased something for good: a line in the journal and a certificate. */
@Service
public class Certificates {

    private final RetentionStore store;
    private final Consents.Tools tools;

    Certificates(RetentionStore store, Consents.Tools tools) {
        this.store = store;
        this.tools = tools;
    }

    /**
     * What went.
     *
     * @param action the journal's word for it
     * @param kind of the object that the journal's line is about
     * @param number of pupils, or of things from the bin
     * @param places rows by table
     * @param lines what the hash is over
     */
    public record Gone(String action, String kind, @Nullable UUID object, @Nullable UUID purpose,
            @Nullable UUID school, Cause cause, int number, SortedMap<String, Integer> places,
            SortedSet<String> lines, LocalDate day) {}

    /** In the transaction that erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Certificate write(Gone gone) {
        int rows = gone.places().values().stream().mapToInt(Integer::intValue).sum();
        String hash = sha256(String.join("", gone.lines()));
        Actor by = Actor.system();
        long line = tools.journal().write(by, gone.action(), gone.kind(), gone.object(),
                Map.of("cause", gone.cause().name(), gone.cause() == Cause.BIN ? "things" : "pupils", gone.number(),
                        "rows", rows, "hash", hash));
        Certificate certificate = new Certificate(line, gone.purpose(), gone.school(), gone.cause(), gone.number(),
                rows, gone.places().entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList(),
                hash, gone.day(), tools.clock().now(), by.accountId());
        store.certify(certificate);
        return certificate;
    }

    /**
     * Of the bin, newest first.
     *
     * @param schools whose bin; null for all
     * @param before only lines with a smaller number; null for the newest
     */
    @Transactional(readOnly = true)
    public List<Certificate> ofBin(@Nullable Collection<UUID> schools, @Nullable Long before, int size) {
        return store.ofBin(schools, before, size);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

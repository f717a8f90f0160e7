package org.jiaogongti.platform.access;

import java.util.Optional;
import org.jiaogongti.platform.access.model.Tokens;

/**
 * What a link or a device carries to be let in somewhere without an account: the district and 256 random bits. Only the hash
 * is kept.
 *
 * @param text as it stands in an address or a cookie
 */
public record LinkSecret(District district, String text) {

    public static LinkSecret fresh(District district) {
        return new LinkSecret(district, Tokens.newLink(district).text());
    }

    /** Empty for what cannot be one. */
    public static Optional<LinkSecret> read(String text) {
        return Tokens.read(text).map(token -> new LinkSecret(token.district(), token.text()));
    }

    public byte[] hash() {
        return Tokens.hash(text);
    }

    /** What a record would print is the secret. */
    @Override
    public String toString() {
        return "LinkSecret of " + district.code();
    }
}

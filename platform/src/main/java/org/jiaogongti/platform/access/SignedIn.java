package org.jiaogongti.platform.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * What a session keeps of who signed in: ids only. Name and rights are read anew at every request.
 *
 * @param epoch the account's number at sign-in; another number there ends the session
 * @param since second of the sign-in, for the longest life of a session
 */
public record SignedIn(UUID account, String district, int epoch, long since) implements Principal, Serializable {

    @Override
    public String getName() {
        return account.toString();
    }
}

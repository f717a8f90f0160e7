package org.jiaogongti.platform.access;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session keeps of who signed in: ids only. Name and rights are read anew at every request.
 *
 * @param epoch the account's number at sign-in; another number there ends the session
 * @param since second of the sign-in, for the longest life of a session
 * @param provenAt second at which the person last gave the password, and the code where one is due
 * @param device the remembered device, whose end is the session's; null for a session of the ordinary length
 */
public record SignedIn(UUID account, String district, int epoch, long since, Way way, long provenAt,
        @Nullable UUID device) implements Principal, Serializable {

    /** How long the password that was just given is good for what asks for it anew. */
    private static final long PROVEN_SECONDS = 600;

    /** What the person has shown. */
    public enum Way {
        /** The password, and the code is still to come: nobody is signed in yet. */
        HALF,
        /** The password. */
        PASSWORD,
        /** The password and a code. */
        SECOND_FACTOR,
        /** A passkey, for which the device has verified the person. */
        PASSKEY,
        /** The word of the district's identity provider. */
        PROVIDER,
        /** The same, and the provider says that it has asked for a second factor. */
        PROVIDER_TWICE,
        /** A one-time link. */
        LINK,
        /** A click on a sample account of a demo; counts as everything, since there is nothing real to protect. */
        SAMPLE
    }

    public SignedIn {
        // A session stored by an earlier build has none.
        way = way == null ? Way.PASSWORD : way;
    }

    /** By password, for the ordinary time. */
    public SignedIn(UUID account, String district, int epoch, long since) {
        this(account, district, epoch, since, Way.PASSWORD, since, null);
    }

    /** The same session after the person has shown who they are once more. */
    public SignedIn proven(Way by, Instant now) {
        return new SignedIn(account, district, epoch, since, by, now.getEpochSecond(), device);
    }

    /** The same session, with the time at which the person last showed who they are; never one to come. */
    SignedIn provenAt(Instant then) {
        return new SignedIn(account, district, epoch, since, way, Math.min(then.getEpochSecond(), since), device);
    }

    /** Whether the person has just shown who they are. */
    boolean fresh(Instant now) {
        return way == Way.SAMPLE || now.getEpochSecond() - provenAt <= PROVEN_SECONDS;
    }

    /** Whether a second factor was given, or none is needed here. */
    boolean twice() {
        return switch (way) {
            case SECOND_FACTOR, PASSKEY, PROVIDER_TWICE, SAMPLE -> true;
            case HALF, PASSWORD, PROVIDER, LINK -> false;
        };
    }

    @Override
    public String getName() {
        return account.toString();
    }
}

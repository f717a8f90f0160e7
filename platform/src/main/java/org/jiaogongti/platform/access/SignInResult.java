package org.jiaogongti.platform.access;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {

    record Passed(SignedIn who) implements SignInResult {}

    /** The password fits; the code of the second factor is still to come. */
    record CodeAwaited(SignedIn half) implements SignInResult {}

    /** One answer for an unknown account, a wrong password, a disabled account and a braked attempt. */
    record Refused() implements SignInResult {}

    /** Too many people sign in at this moment. */
    record Busy() implements SignInResult {}
}

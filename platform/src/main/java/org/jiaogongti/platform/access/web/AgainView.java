package org.jiaogongti.platform.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page that asks for the password once more.
 *
 * @param next where a page that was asked for lies
 * @param to where a form that was sent goes; empty when a page was asked for
 * @param kept what the form held
 * @param ways how the person can show who they are
 * @param problem message key of what went wrong; empty at first
 */
public record AgainView(String next, String to, List<Field> kept, Ways ways, String problem) {

    static final String KEPT = "keep-";

    /** The way to the identity provider, which asks the person anew, and back to the page. */
    public String providerAddress() {
        return UriComponentsBuilder.fromPath("/sign-in/provider").queryParam("anew", "1").queryParam("next", "{next}")
                .encode().buildAndExpand(next).toUriString();
    }

    /**
     * How the person can show who they are.
     *
     * @param code whether a code is due with the password
     * @param passkey what a device is asked; null where the account has no passkey
     * @param provider the name of the identity provider; empty where there is none
     */
    public record Ways(boolean code, @Nullable PasskeyAsk passkey, String provider) {

        static final Ways NONE = new Ways(false, null, "");
    }

    /** A field of a form that waits. */
    public record Field(String name, String value) {

        public String keptName() {
            return KEPT + name;
        }
    }
}

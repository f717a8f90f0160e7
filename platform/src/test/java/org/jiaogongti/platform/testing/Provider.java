package org.jiaogongti.platform.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An identity provider for the application that starts empty: one of the run, which says of people what a test tells it to say. */
public final class Provider {

    public static final String NAME = "奉化统一身份认证";
    private static final String ISSUER = "bureau";
    private static final Provider SHARED = new Provider();

    private final MockOAuth2Server server = new MockOAuth2Server();

    private Provider() {
        server.start();
    }

    public static Provider shared() {
        return SHARED;
    }

    Map<String, Object> settings(String district) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("jgt.sso.issuer", issuer());
        settings.put("jgt.sso.client", "jiaogongti");
        settings.put("jgt.sso.secret", "only-for-tests");
        settings.put("jgt.sso.name", NAME);
        settings.put("jgt.sso.district", district);
        settings.put("jgt.sso.twice", "mfa");
        return settings;
    }

    public String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** What the next token says; {@code seconds} until it is no longer valid. */
    public void next(String subject, Map<String, Object> claims, long seconds) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", null, claims, seconds));
    }
}

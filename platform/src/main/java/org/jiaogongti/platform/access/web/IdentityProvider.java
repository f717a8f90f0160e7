package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.SingleSignOn.Identity;
import org.jiaogongti.platform.access.SingleSignOnSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The bureau's identity provider, spoken to by OpenID Connect: authorization code with PKCE, state and nonce, and an identity token whose
 * signature, issuer, audience and time are examined. Found by its discovery document when somebody first wants it, so that a provider that
 * is down stops nobody who has a password.
 */
@Component
final class IdentityProvider {

    static final String BACK = "/sign-in/provider/back";
    private static final String ID = "provider";
    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private final SingleSignOnSettings settings;
    private final Origins origins;
    private final HttpSessionOAuth2AuthorizationRequestRepository waiting = new HttpSessionOAuth2AuthorizationRequestRepository();
    private final OidcAuthorizationCodeAuthenticationProvider examiner = new OidcAuthorizationCodeAuthenticationProvider(
            new RestClientAuthorizationCodeTokenResponseClient(),
            // The identity token says all that is needed; no profile is fetched.
            request -> new DefaultOidcUser(Set.of(new SimpleGrantedAuthority(ID)), request.getIdToken()));
    private final AtomicReference<@Nullable ClientRegistration> found = new AtomicReference<>();

    IdentityProvider(SingleSignOnSettings settings, Origins origins) {
        this.settings = settings;
        this.origins = origins;
    }

    boolean on() {
        return settings.on();
    }

    /** Empty where there is none. */
    String name() {
        return settings.on() ? settings.name() : "";
    }

    private Optional<ClientRegistration> registration(HttpServletRequest request) {
        ClientRegistration known = found.get();
        if (known == null) {
            try {
                known = ClientRegistrations.fromOidcIssuerLocation(settings.issuer()).registrationId(ID)
                        .clientId(settings.client()).clientSecret(settings.secret()).clientName(settings.name())
                        .scope("openid", "profile").redirectUri("{baseUrl}" + BACK).build();
            } catch (RuntimeException e) {
                LOG.warn("the identity provider {} cannot be found: {}", settings.issuer(), e.toString());
                return Optional.empty();
            }
            found.set(known);
        }
        return Optional.of(ClientRegistration.withClientRegistration(known)
                .redirectUri(origins.address(request) + BACK).build());
    }

    /**
     * Where the browser is sent; empty when the provider cannot be reached.
     *
     * @param anew whether the person shall show the provider once more who they are
     */
    Optional<String> begin(boolean anew, HttpServletRequest request, HttpServletResponse response) {
        return registration(request).map(registration -> {
            DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                    id -> registration);
            resolver.setAuthorizationRequestCustomizer(
                    OAuth2AuthorizationRequestCustomizers.withPkce().andThen(asked -> {
                        if (anew) {
                            asked.additionalParameters(more -> {
                                more.put("prompt", "login");
                                more.put("max_age", "0");
                            });
                        }
                    }));
            OAuth2AuthorizationRequest asked = Objects.requireNonNull(resolver.resolve(request, ID));
            waiting.saveAuthorizationRequest(asked, request, response);
            return asked.getAuthorizationRequestUri();
        });
    }

    /** Who came back; empty when anything about it is not as it must be. What was asked for counts once. */
    Optional<Identity> finish(HttpServletRequest request, HttpServletResponse response) {
        @Nullable
        OAuth2AuthorizationRequest asked = waiting.removeAuthorizationRequest(request, response);
        String code = request.getParameter("code");
        String state = request.getParameter("state");
        String issuer = request.getParameter("iss");
        if (asked == null || code == null || state == null || (issuer != null && !issuer.equals(settings.issuer()))) {
            return Optional.empty();
        }
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code).state(state)
                .redirectUri(Objects.requireNonNull(asked.getRedirectUri())).build();
        return registration(request).flatMap(
                registration -> examine(registration, new OAuth2AuthorizationExchange(asked, answer)));
    }

    private Optional<Identity> examine(ClientRegistration registration, OAuth2AuthorizationExchange exchange) {
        try {
            @Nullable
            Authentication who = examiner.authenticate(new OAuth2LoginAuthenticationToken(registration, exchange));
            return who != null && who.getPrincipal() instanceof DefaultOidcUser user
                    ? identity(user.getIdToken())
                    : Optional.empty();
        } catch (AuthenticationException e) {
            LOG.info("the identity provider's answer is refused: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Identity> identity(OidcIdToken token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            return Optional.empty();
        }
        String name = token.getClaimAsString("name");
        List<String> methods = token.getClaimAsStringList("amr");
        boolean twice = Stream.concat(Stream.ofNullable(token.getClaimAsString("acr")),
                methods == null ? Stream.of() : methods.stream()).anyMatch(settings.twice()::contains);
        Instant at = token.getAuthenticatedAt();
        return Optional.of(new Identity(subject, name == null ? "" : name, twice, at));
    }

    /** Where the browser is sent to sign out there as well; empty when the provider has no such place. */
    Optional<String> leave(HttpServletRequest request) {
        return registration(request)
                .map(registration -> registration.getProviderDetails().getConfigurationMetadata()
                        .get("end_session_endpoint"))
                .map(place -> UriComponentsBuilder.fromUriString(place.toString())
                        .queryParam("client_id", "{client}").queryParam("post_logout_redirect_uri", "{back}").encode()
                        .buildAndExpand(settings.client(), origins.address(request) + "/sign-in").toUriString());
    }
}

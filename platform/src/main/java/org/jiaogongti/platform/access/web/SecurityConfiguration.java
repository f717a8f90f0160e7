package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jiaogongti.platform.access.ApiTokens;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.RateLimits;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The one chain every request passes: headers, form token, district, permission table. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Nothing from elsewhere, nothing inline: words from people can never become code. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; worker-src 'self'";

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, TableAuthorization table, Refusals refusals,
            SecurityContextRepository contexts, CsrfTokenRepository tokens, ScopeFilter scope) throws Exception {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/public/look",
                        "/public/*/requests", "/public/*/requests/state"))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR,
                                jakarta.servlet.DispatcherType.FORWARD)
                        .permitAll().anyRequest().access(table))
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
                .requestCache(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(self), microphone=(), geolocation=(), payment=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .addFilterAfter(scope, SecurityContextHolderFilter.class).build();
    }

    /**
     * The interface for programs: no cookie is read or set, so no form of another site can act, and nothing but a token lets
     * anybody in.
     */
    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(HttpSecurity http, TableAuthorization table, TokenDoor door,
            ApiRefusals refusals) throws Exception {
        return http.securityMatcher("/api/**")
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(table))
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
                .requestCache(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterAfter(door, SecurityContextHolderFilter.class).build();
    }

    @Bean
    TokenDoor tokenDoor(ApiTokens tokens, RateLimits limits, Districts districts, CurrentActor current,
            SignIns signIns, MessageBook messages) {
        return new TokenDoor(tokens, limits, districts, new TokenDoor.Desk(current, signIns, messages));
    }

    /** The door belongs to the interface's chain only. */
    @Bean
    org.springframework.boot.web.servlet.FilterRegistrationBean<TokenDoor> tokenDoorOnlyInTheChain(TokenDoor door) {
        var registration = new org.springframework.boot.web.servlet.FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    ScopeFilter scopeFilter(Districts districts, CurrentActor current, SignIns signIns) {
        return new ScopeFilter(districts, current, signIns);
    }

    /** The filter belongs to the security chain only; without this Boot would run it a second time. */
    @Bean
    org.springframework.boot.web.servlet.FilterRegistrationBean<ScopeFilter> scopeFilterOnlyInTheChain(
            ScopeFilter filter) {
        var registration = new org.springframework.boot.web.servlet.FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Signing in is done by our own pages; this keeps Boot from inventing a user with a printed password. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new org.springframework.security.authentication.AuthenticationServiceException(
                    "sign-in goes through SignIns");
        };
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** Over https the cookie is bound to this very host; over plain http that name would be refused by browsers. */
    @Bean
    CookieSerializer cookieSerializer(@Value("${server.ssl.enabled:false}") boolean https,
            @Value("${server.ssl.bundle:}") String bundle, @Value("${jgt.public-address:}") String address) {
        boolean secure = https || !bundle.isEmpty() || address.startsWith("https://");
        DefaultCookieSerializer serializer = new DefaultCookieSerializer();
        serializer.setCookieName(secure ? "__Host-jgt" : "jgt");
        serializer.setUseSecureCookie(secure);
        serializer.setUseHttpOnlyCookie(true);
        serializer.setSameSite("Lax");
        serializer.setCookiePath("/");
        return new LastingCookies(serializer);
    }

    /** The browser drops the cookie when it closes, but on a remembered device. */
    private record LastingCookies(CookieSerializer cookies) implements CookieSerializer {

        @Override
        public void writeCookieValue(CookieValue cookie) {
            if (cookie.getRequest().getAttribute(SessionDoor.COOKIE_SECONDS) instanceof Integer seconds
                    && !cookie.getCookieValue().isEmpty()) {
                cookie.setCookieMaxAge(seconds);
            }
            cookies.writeCookieValue(cookie);
        }

        @Override
        public List<String> readCookieValues(HttpServletRequest request) {
            return cookies.readCookieValues(request);
        }
    }
}

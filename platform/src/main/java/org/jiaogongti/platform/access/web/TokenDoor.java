package org.jiaogongti.platform.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jiaogongti.platform.access.ApiTokens;
import org.jiaogongti.platform.access.ApiTokens.Bearer;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.RateLimits;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.journal.Means;
import org.jiaogongti.platform.shell.ApiProblem;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in by their owner's token: the district, the owner and what the token allows follow from it and from
 * nothing else of the request. Without a token a request goes on as nobody's.
 */
final class TokenDoor extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final RateLimits limits;
    private final Districts districts;
    private final Desk desk;

    TokenDoor(ApiTokens tokens, RateLimits limits, Districts districts, Desk desk) {
        this.tokens = tokens;
        this.limits = limits;
        this.districts = districts;
        this.desk = desk;
    }

    /** Who is in, who was turned away, and in which words. */
    record Desk(CurrentActor current, SignIns signIns, MessageBook messages) {

        void refuse(ApiProblem problem, HttpServletResponse response) throws IOException {
            problem.write(messages.in(Language.ZH), response);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String authorization = request.getHeader("Authorization");
        if (authorization == null) {
            chain.doFilter(request, response);
            return;
        }
        String text = authorization.startsWith(SCHEME) ? authorization.substring(SCHEME.length()).strip() : "";
        Optional<District> district = ApiTokens.districtOf(text).filter(named -> districts.all().contains(named));
        Optional<Bearer> bearer = district.flatMap(named -> Scope.call(named, () -> tokens.bearer(text)));
        if (district.isEmpty() || bearer.isEmpty()) {
            ApiRefusals.challenge(response);
            desk.refuse(ApiProblem.of(401, "token"), response);
            return;
        }
        limited(district.get(), bearer.get(), request, response, chain);
    }

    private void limited(District district, Bearer bearer, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        RateLimits.Answer answer = limits.take(bearer.token());
        response.setHeader("RateLimit-Remaining", Integer.toString(answer.left()));
        if (!answer.passes()) {
            response.setHeader("Retry-After", Long.toString(answer.retryAfter()));
            desk.refuse(ApiProblem.of(429, "often", answer.retryAfter()), response);
            return;
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads && !bearer.mayWrite()) {
            desk.refuse(ApiProblem.of(403, "read-only"), response);
            return;
        }
        inside(district, bearer, request, response, chain);
    }

    private void inside(District district, Bearer bearer, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        desk.current().stand(request, bearer.present());
        try {
            Scope.<Boolean, Exception>call(district,
                    () -> Means.<Boolean, Exception>call("token " + bearer.name(), () -> {
                        chain.doFilter(request, response);
                        int status = response.getStatus();
                        if (status == 403 || status == 404) {
                            desk.signIns().refused(bearer.present().actor(), request.getMethod(),
                                    request.getRequestURI(), status);
                        }
                        return true;
                    }));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}

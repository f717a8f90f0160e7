package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides every request by the permission table. An address without a row is left to the dispatcher, which has nothing there. */
@Component
final class TableAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final CurrentActor current;

    TableAuthorization(CurrentActor current) {
        this.current = current;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Permissions.Row> row = Permissions.rowOf(request.getMethod(), request.getRequestURI());
        if (row.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        if (row.get().audience() == Permissions.Audience.ANYBODY) {
            return new AuthorizationDecision(true);
        }
        Optional<Actor> actor = current.of(request);
        Set<Role> roles = actor.map(Actor::roles).orElse(Set.of());
        return new AuthorizationDecision(row.get().admits(actor.isPresent(), roles));
    }
}

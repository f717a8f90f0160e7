package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.Actors.Present;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Proof.Missing;
import org.jiaogongti.platform.shell.BusinessClock;
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
    private final BusinessClock clock;

    TableAuthorization(CurrentActor current, BusinessClock clock) {
        this.current = current;
        this.clock = clock;
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
        Optional<Present> present = current.present(request);
        boolean admitted = present.filter(who -> row.get().admits(true, who.actor().roles()))
                .filter(who -> who.missing(row.get(), clock.now()) == Missing.NOTHING).isPresent();
        return new AuthorizationDecision(admitted);
    }
}

package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.Actors.Present;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.access.SignedIn;
import org.jiaogongti.platform.shell.Preferences;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor of a request: read once, by the first who asks. */
@Component
class CurrentActor {

    private static final String ATTRIBUTE = CurrentActor.class.getName();

    private final Actors actors;

    CurrentActor(Actors actors) {
        this.actors = actors;
    }

    /** What the session holds, whether it still counts or not. */
    Optional<SignedIn> session() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    Optional<Actor> of(HttpServletRequest request) {
        return present(request).map(Present::actor);
    }

    /** The actor with what their session has shown. */
    Optional<Present> present(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Known known) {
            return known.present();
        }
        Optional<Present> present = session()
                .flatMap(session -> Scope.call(new District(session.district()), () -> actors.present(session)));
        remember(request, present);
        return present;
    }

    /** A request that no session stands behind, but a token. */
    void stand(HttpServletRequest request, Present present) {
        remember(request, Optional.of(present));
    }

    private static void remember(HttpServletRequest request, Optional<Present> present) {
        request.setAttribute(ATTRIBUTE, new Known(present));
        present.ifPresent(who -> {
            request.setAttribute(Actor.ATTRIBUTE, who.actor());
            request.setAttribute(Preferences.SIZE_OF_ACCOUNT, who.typeSize());
        });
    }

    /** After signing in or out within a request. */
    void forget(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
        request.removeAttribute(Actor.ATTRIBUTE);
        request.removeAttribute(Preferences.SIZE_OF_ACCOUNT);
    }

    private record Known(Optional<Present> present) {}
}

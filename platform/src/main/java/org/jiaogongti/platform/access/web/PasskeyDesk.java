package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import org.jiaogongti.platform.access.Passkeys.Answer;
import org.jiaogongti.platform.access.model.Ceremonies;
import org.springframework.stereotype.Component;

/** What a page needs to ask a device for a passkey, and what came back with a form. */
@Component
final class PasskeyDesk {

    private static final String CHALLENGE = "jgt.passkey.challenge";

    private final Ceremonies ceremonies;
    private final Origins origins;

    PasskeyDesk(Ceremonies ceremonies, Origins origins) {
        this.ceremonies = ceremonies;
        this.origins = origins;
    }

    /** The same for every page of a session until an answer comes, so that two open pages do not spoil each other. */
    PasskeyAsk ask(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        String challenge = waiting(session);
        if (challenge.isEmpty()) {
            challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(ceremonies.newChallenge());
            session.setAttribute(CHALLENGE, challenge);
        }
        return new PasskeyAsk(challenge, origins.here(request).host());
    }

    /** Takes the session's challenge away: whatever the answer is worth, another will be asked for. */
    Answer answer(String json, HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        byte[] challenge = Base64.getUrlDecoder().decode(waiting(session));
        session.removeAttribute(CHALLENGE);
        // With none waiting nothing can be right: a fresh one has been signed by nobody.
        return new Answer(json, origins.here(request), challenge.length == 0 ? ceremonies.newChallenge() : challenge);
    }

    private static String waiting(HttpSession session) {
        return session.getAttribute(CHALLENGE) instanceof String kept ? kept : "";
    }
}

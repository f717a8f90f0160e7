package org.jiaogongti.platform.burden.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.burden.Burdens;
import org.jiaogongti.platform.burden.FormKind;
import org.jiaogongti.platform.burden.model.Timing;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.FormClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes, after a form was taken and its transaction is over, how long it was open. What cannot be noted is let go. */
@Configuration(proxyBeanMethods = false)
class BurdenMeter implements WebMvcConfigurer, HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(BurdenMeter.class);
    private static final String STAMP = BurdenMeter.class.getName();
    private static final String WORKED = STAMP + ".worked";

    private final Burdens burdens;
    private final FormClock stamps;
    private final BusinessClock clock;

    BurdenMeter(Burdens burdens, FormClock stamps, BusinessClock clock) {
        this.burdens = burdens;
        this.stamps = stamps;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Here, for the parts of a form with files are gone later. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String stamp = request.getMethod().equals("POST") ? request.getParameter(FormClock.FIELD) : null;
        if (stamp != null) {
            request.setAttribute(STAMP, stamp);
            request.setAttribute(WORKED, Objects.requireNonNullElse(request.getParameter(FormClock.WORKED), ""));
        }
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failure) {
        boolean taken = failure == null && response.getStatus() / 100 == 3;
        if (!taken || !(request.getAttribute(STAMP) instanceof String stamp)
                || !(request.getAttribute(Actor.ATTRIBUTE) instanceof Actor actor)) {
            return;
        }
        Optional<FormKind> form = Optional.ofNullable(request.getAttribute(
                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)).map(Object::toString).flatMap(FormKind::of);
        Optional<Integer> seconds = stamps.read(stamp).flatMap(
                opened -> Timing.seconds(opened, clock.now(), String.valueOf(request.getAttribute(WORKED))));
        if (form.isPresent() && seconds.isPresent()) {
            note(actor, form.get(), seconds.get());
        }
    }

    private void note(Actor actor, FormKind form, int seconds) {
        try {
            burdens.note(actor, form, seconds);
        } catch (RuntimeException lost) {
            LOG.warn("What a form cost could not be noted", lost);
        }
    }
}

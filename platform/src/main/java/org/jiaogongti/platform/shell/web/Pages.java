package org.jiaogongti.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.FormClock;
import org.jiaogongti.platform.shell.Grounds;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.NavItem;
import org.jiaogongti.platform.shell.Page;
import org.jiaogongti.platform.shell.Preferences;
import org.jiaogongti.platform.shell.TermWeeks;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.shell.Visitor;
import org.jiaogongti.platform.shell.Visitors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts together what a template needs to know about one request. */
@Component
final class Pages {

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageBook messages;
    private final BusinessClock clock;
    private final Installation installation;
    private final ResourceUrlProvider resources;
    private final Contributions contributions;

    Pages(MessageBook messages, BusinessClock clock, Installation installation, ResourceUrlProvider resources,
            Contributions contributions) {
        this.messages = messages;
        this.clock = clock;
        this.installation = installation;
        this.resources = resources;
        this.contributions = contributions;
    }

    /** What other modules add to every page; absent while a module is not there. */
    @Component
    record Contributions(ObjectProvider<Visitors> visitors, ObjectProvider<TermWeeks> terms,
            ObjectProvider<Grounds.Source> grounds, ObjectProvider<NavItem> navigation, FormClock stamps) {}

    Page of(HttpServletRequest request) {
        Visitor visitor = visitor(request);
        Preferences preferences = PreferenceCookies.read(request);
        return new Page(messages.in(preferences.language()), preferences, visitor, surroundings(request, visitor),
                new RequestAddresses(request, resources, () -> contributions.stamps().stamp(clock.now())));
    }

    private Visitor visitor(HttpServletRequest request) {
        Visitors visitors = contributions.visitors().getIfAvailable();
        return visitors == null ? Visitor.unknown() : visitors.of(request);
    }

    private Page.Surroundings surroundings(HttpServletRequest request, Visitor visitor) {
        LocalDate today = clock.today();
        TermWeeks terms = contributions.terms().getIfAvailable();
        Grounds.Source grounds = contributions.grounds().getIfAvailable();
        String asOf = clock.fixed() ? today.toString() : MINUTE.format(clock.now().atZone(BusinessClock.ZONE));
        boolean known = visitor.district() != null;
        return new Page.Surroundings(installation.demo(), today, asOf,
                known && terms != null ? terms.on(today) : Optional.empty(),
                known && grounds != null ? grounds.inForce(today) : Optional.empty(), navigation(visitor),
                toast(request));
    }

    private List<NavItem> navigation(Visitor visitor) {
        return contributions.navigation().stream().filter(item -> visitor.may("GET", item.path()))
                .sorted(Comparator.comparingInt(NavItem::order)).toList();
    }

    private static Optional<Toast> toast(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Toast.class.getName()) instanceof Toast toast
                ? Optional.of(toast)
                : Optional.empty();
    }

    /** The page around an error: when even the person cannot be found out, the error is shown to nobody in particular. */
    Page aroundAnError(HttpServletRequest request) {
        try {
            return of(request);
        } catch (RuntimeException e) {
            LOG.warn("an error page is shown without its surroundings", e);
            Preferences preferences = PreferenceCookies.read(request);
            return new Page(messages.in(preferences.language()), preferences, Visitor.unknown(),
                    new Page.Surroundings(installation.demo(), clock.today(), clock.today().toString(),
                            Optional.empty(), Optional.empty(), List.of(), Optional.empty()),
                    new RequestAddresses(request, resources, () -> contributions.stamps().stamp(clock.now())));
        }
    }

    /** The versioned address of a static file, for what is no page. */
    String asset(String path) {
        return versioned(resources, path);
    }

    private static String versioned(ResourceUrlProvider resources, String path) {
        String versioned = resources.getForLookupPath(path);
        if (versioned == null) {
            throw new IllegalStateException(
                    "No static file " + path + ".\nAdd it below platform/src/main/resources/static, "
                            + "or name a WebJar's file as /webjars/<name>/<file>.");
        }
        return versioned;
    }

    private record RequestAddresses(HttpServletRequest request, ResourceUrlProvider resources, Supplier<String> stamp)
            implements
                Page.Addresses {

        @Override
        public String here() {
            String query = request.getQueryString();
            return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        }

        @Override
        public String asset(String path) {
            return versioned(resources, path);
        }

        @Override
        public String csrfName() {
            return token().getParameterName();
        }

        @Override
        public String csrfToken() {
            return token().getToken();
        }

        @Override
        public String opened() {
            return stamp.get();
        }

        private CsrfToken token() {
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                return token;
            }
            throw new IllegalStateException(
                    "No form token on this request.\nKeep the security filter in front of every page.");
        }
    }
}

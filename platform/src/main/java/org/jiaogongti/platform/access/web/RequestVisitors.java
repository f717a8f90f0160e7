package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Visitor;
import org.jiaogongti.platform.shell.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the layout who looks. */
@Component
final class RequestVisitors implements Visitors {

    private final CurrentActor current;
    private final Accounts accounts;
    private final Districts districts;
    private final ObjectProvider<Places> places;

    RequestVisitors(CurrentActor current, Accounts accounts, Districts districts, ObjectProvider<Places> places) {
        this.accounts = accounts;
        this.current = current;
        this.districts = districts;
        this.places = places;
    }

    @Override
    public Visitor of(HttpServletRequest request) {
        Optional<Actor> actor = current.of(request);
        String district = Scope.current().flatMap(districts::name).orElse(null);
        return new Person(actor.orElse(null), district, places.getIfAvailable());
    }

    @Override
    public boolean keepSize(HttpServletRequest request, @Nullable String size) {
        Optional<Actor> actor = current.of(request);
        current.session().ifPresent(session -> actor.ifPresent(who -> Scope.run(new District(session.district()),
                () -> accounts.chooseTypeSize(who.accountId(), size))));
        return actor.isPresent();
    }

    private record Person(@Nullable Actor actor, @Nullable String district, @Nullable Places places)
            implements
                Visitor {

        @Override
        public boolean signedIn() {
            return actor != null;
        }

        @Override
        public String account() {
            return actor == null ? "" : actor.accountId().toString();
        }

        @Override
        public String name() {
            return actor == null ? "" : actor.name();
        }

        @Override
        public String unit(Messages m) {
            if (actor == null) {
                return "";
            }
            Optional<Posting> first = actor.postings().stream().min(Comparator.comparing(Posting::role));
            return first.map(posting -> place(posting, m)).orElse("");
        }

        private String place(Posting posting, Messages m) {
            Optional<String> name = Optional.empty();
            if (places != null && posting.schoolId() != null) {
                name = places.school(posting.schoolId());
            } else if (places != null && posting.communityId() != null) {
                name = places.community(posting.communityId());
            }
            return name.orElseGet(() -> m.t(posting.role().key()));
        }

        @Override
        public boolean may(String method, String path) {
            Set<Role> roles = actor == null ? Set.of() : actor.roles();
            return Permissions.rowOf(method, path).map(row -> row.admits(actor != null, roles)).orElse(false);
        }
    }
}

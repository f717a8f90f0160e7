package org.jiaogongti.platform.community;

import java.util.List;
import org.jiaogongti.platform.shell.WelcomeFigure;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many communities there are and how many schools belong to them, for the page before sign-in. */
@Component
@Order(1)
class PublicFigures implements WelcomeFigure.Source {

    private final KnownPlaces places;

    PublicFigures(KnownPlaces places) {
        this.places = places;
    }

    @Override
    public List<WelcomeFigure> figures() {
        return places.communities().isEmpty()
                ? List.of()
                : List.of(new WelcomeFigure(places.communities().size(), "access.figure.communities"),
                        new WelcomeFigure(places.members(), "access.figure.schools"));
    }
}

package org.jiaogongti.platform.community;

import java.util.List;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.shell.WelcomeFigure;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many communities and schools there are, for the page before sign-in. */
@Component
@Order(1)
class PublicFigures implements WelcomeFigure.Source {

    private final Places places;

    PublicFigures(Places places) {
        this.places = places;
    }

    @Override
    public List<WelcomeFigure> figures() {
        return places.communities().isEmpty()
                ? List.of()
                : List.of(new WelcomeFigure(places.communities().size(), "access.figure.communities"),
                        new WelcomeFigure(places.schools().size(), "access.figure.schools"));
    }
}

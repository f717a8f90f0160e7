package org.jiaogongti.platform.access.web;

import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Perhaps;
import org.jiaogongti.platform.shell.ControllerArgument;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a controller take the {@link Actor} as an argument. */
@Configuration(proxyBeanMethods = false)
class ActorArguments {

    @Bean
    ControllerArgument<Actor> signedInActor(CurrentActor current) {
        return new ControllerArgument<>(Actor.class,
                http -> current.of(http).orElseThrow(() -> new IllegalStateException("nobody is signed in at "
                        + http.getRequestURI() + "\nGive the route a row in Permissions that asks for a sign-in.")));
    }

    @Bean
    ControllerArgument<Perhaps> whoeverItIs(CurrentActor current) {
        return new ControllerArgument<>(Perhaps.class, http -> new Perhaps(current.of(http)));
    }
}
